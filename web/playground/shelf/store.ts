// Where the shelf is kept: IndexedDB, or memory where the browser keeps nothing.

import type { FileSet, Program, Run } from "./record.ts";

export interface Tables {
  programs: Program;
  files: FileSet;
  runs: Run;
}

type Table = keyof Tables;
const tables: Table[] = ["programs", "files", "runs"];

/** A value to store under a key; undefined removes what is there. */
export type Change = { [T in Table]: { table: T; key: string; value: Tables[T] | undefined } }[Table];

/** Why something cannot be kept: the browser allows no storage, it is full, or it does not work. */
export type Trouble = "blocked" | "full" | "failed";

export class StorageError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.trouble = trouble;
  }
}

export interface Store {
  get<T extends Table>(table: T, key: string): Promise<Tables[T] | undefined>;
  all<T extends Table>(table: T): Promise<Tables[T][]>;
  /** Makes all changes or none. False, and none, if a program has another revision than it was expected to have. */
  write(changes: Change[], expected?: { id: string; revision: number }): Promise<boolean>;
}

const databaseName = "mpwasm";

/** Opens the store of this browser. Throws a StorageError where it has none. */
export async function openStore(): Promise<Store> {
  return new Database(await openDatabase());
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const refused = (cause: unknown) => reject(new StorageError(isQuota(cause) ? "full" : "blocked", cause));
    try {
      const request = indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () => tables.forEach((table) => request.result.createObjectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => refused(request.error);
      request.onblocked = () => refused(new Error("another tab holds an older version open"));
    } catch (error) {
      refused(error); // some browsers throw where storage is forbidden
    }
  });
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

class Database implements Store {
  #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
    this.#database.onversionchange = () => this.#database.close();
  }

  /** A transaction. Browsers close a database when the user clears what sites have stored: then it is opened again. */
  async #begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    const options = { durability: "strict" } as const; // a tab that crashes right after takes nothing with it
    try {
      return this.#database.transaction(tables, mode, options);
    } catch {
      this.#database = await openDatabase();
      return this.#database.transaction(tables, mode, options);
    }
  }

  async get<T extends Table>(table: T, key: string): Promise<Tables[T] | undefined> {
    return answer(await this.#begin("readonly"), (transaction) => transaction.objectStore(table).get(key) as IDBRequest<Tables[T] | undefined>);
  }

  async all<T extends Table>(table: T): Promise<Tables[T][]> {
    return answer(await this.#begin("readonly"), (transaction) => transaction.objectStore(table).getAll() as IDBRequest<Tables[T][]>);
  }

  async write(changes: Change[], expected?: { id: string; revision: number }): Promise<boolean> {
    const transaction = await this.#begin("readwrite");
    const programs = transaction.objectStore("programs");
    return new Promise((resolve, reject) => {
      let fits = true;
      const failed = (error: unknown) => reject(new StorageError(isQuota(error) ? "full" : "failed", error));
      const apply = () => {
        try {
          for (const { table, key, value } of changes) {
            if (value === undefined) transaction.objectStore(table).delete(key);
            else transaction.objectStore(table).put(value, key);
          }
        } catch (error) {
          failed(error);
          transaction.abort();
        }
      };
      transaction.oncomplete = () => resolve(fits);
      transaction.onabort = () => (fits ? failed(transaction.error ?? new Error("the browser gave up")) : resolve(false));
      if (!expected) return apply();
      const now = programs.get(expected.id) as IDBRequest<Program | undefined>;
      now.onsuccess = () => {
        fits = (now.result?.revision ?? expected.revision) === expected.revision; // what was deleted elsewhere comes back
        if (fits) apply();
      };
    });
  }
}

function answer<T>(transaction: IDBTransaction, ask: (transaction: IDBTransaction) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = ask(transaction);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new StorageError("failed", request.error));
  });
}

/** A store that ends with the page. */
export class Memory implements Store {
  readonly #tables = new Map<Table, Map<string, Tables[Table]>>(tables.map((table) => [table, new Map()]));

  async get<T extends Table>(table: T, key: string): Promise<Tables[T] | undefined> {
    return this.#tables.get(table)?.get(key) as Tables[T] | undefined;
  }

  async all<T extends Table>(table: T): Promise<Tables[T][]> {
    return [...(this.#tables.get(table)?.values() ?? [])] as Tables[T][];
  }

  async write(changes: Change[]): Promise<boolean> {
    for (const { table, key, value } of changes) {
      if (value === undefined) this.#tables.get(table)?.delete(key);
      else this.#tables.get(table)?.set(key, value);
    }
    return true;
  }
}
