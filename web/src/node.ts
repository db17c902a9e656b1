/** Imports a module of Node.js, where the library runs there. Bundlers for browsers are to leave that alone. */
export function fromNode<T>(name: string): Promise<T> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ name) as Promise<T>;
}
