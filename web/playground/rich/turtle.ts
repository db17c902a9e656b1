// The drawing of a program's turtles: operations that turtle.py sends, on a canvas, as they come and as long as each takes.

import type { Value } from "../../src/index.ts";
import { items } from "../assist/items.ts";
import { h } from "../dom.ts";
import type { Pace } from "./start.ts";
import python from "./turtle.py";

export { python };

/** Something that stays on the paper. */
interface Mark {
  turtle: number;
  /** The number of a stamp. */
  stamp?: number;
  /** Whether it is a line, which a turtle drew as it went. */
  line?: boolean;
  /** Marks are counted as they are made: some lie under those of before. */
  made: number;
  draw(context: CanvasRenderingContext2D): void;
}

interface Turtle {
  x: number;
  y: number;
  /** In degrees, against the clock from the east. */
  heading: number;
  shape: readonly Part[];
  shown: boolean;
  pen: string;
  fill: string;
  /** What multiplies its shape, as (right, ahead). */
  matrix: readonly number[];
  outline: number;
  /** Where among the marks a fill lies that has begun. */
  filling: number | undefined;
}

/** A polygon of a shape, from places (ahead, left) with its colours; without one, the turtle's. */
interface Part {
  points: readonly (readonly [number, number])[];
  fill?: string;
  pen?: string;
}

/** An operation that takes its time: from begin to end, by performance.now(). */
interface Step {
  op: Value[];
  begin: number;
  end: number;
}

/** How many marks are kept, about. */
export const most = 100_000;

/** Ahead of the drawing by so many milliseconds, a program goes on. */
const ahead = 25;

/** What turtles look like: ahead is the first axis. */
const outlines: Record<string, [number, number][]> = {
  arrow: [[10, 0], [-10, 10], [-10, -10]],
  classic: [[0, 0], [-9, 5], [-7, 0], [-9, -5]],
  square: [[10, 10], [-10, 10], [-10, -10], [10, -10]],
  triangle: [[11.55, 0], [-5.77, 10], [-5.77, -10]],
  circle: Array.from({ length: 20 }, (_, i) => [10 * Math.cos((i * Math.PI) / 10), 10 * Math.sin((i * Math.PI) / 10)]),
  turtle: [[16, 0], [14, 2], [10, 1.5], [7, 4], [9, 7], [8, 9], [5, 6], [1, 7], [-3, 5.5], [-6, 8], [-8, 6], [-5, 4], [-7, 0], [-5, -4], [-8, -6], [-6, -8], [-3, -5.5], [1, -7], [5, -6], [8, -9], [9, -7], [7, -4], [10, -1.5], [14, -2]],
};

const number = (value: Value | undefined): number => Number(value ?? 0);
const text = (value: Value | undefined): string => String(value ?? "");

export class Drawing {
  readonly element: HTMLElement;
  readonly #paper = h("canvas", { role: "img", "aria-label": "What the turtle drew" });
  /** What moves, above what stays. */
  readonly #above = h("canvas", { "aria-hidden": "true" });
  readonly #context: CanvasRenderingContext2D;
  readonly #moving: CanvasRenderingContext2D;
  #marks: Mark[] = [];
  /** How many of them are on the paper. */
  #drawn = 0;
  readonly #turtles = new Map<number, Turtle>();
  /** Shapes of the program's own. */
  readonly #shapes = new Map<string, readonly Part[]>();
  #made = 0;
  #steps: Step[] = [];
  #frame = 0;
  #width = 600;
  #height = 600;
  #background = "white";
  /** How many operations come at once, where waiting is dear. */
  #batch = 1;

  constructor(save: (picture: Blob) => void) {
    const context = this.#paper.getContext("2d");
    const moving = this.#above.getContext("2d");
    if (!context || !moving) throw new Error("this browser draws on no canvas");
    this.#context = context;
    this.#moving = moving;
    const download = h("button", { type: "button", class: "link", click: () => this.#picture().toBlob((blob) => blob && save(blob)) }, "Download picture");
    this.element = h("figure", { class: "turtle" }, h("div", {}, this.#paper, this.#above), h("figcaption", {}, download));
    this.#size();
  }

  /**
   * Takes operations. Gives how many should come at once from now on: at once, or when they are drawn if the program is to wait for that.
   */
  play(ops: readonly Value[], { real, waits, each }: Pace): number | Promise<number> {
    const now = performance.now();
    const calm = !real || each || matchMedia("(prefers-reduced-motion: reduce)").matches;
    let end = this.#steps.at(-1)?.end ?? now;
    for (const one of ops) {
      const op = [...items(one)];
      const ms = op[0] === "wait" ? (real && !each ? number(op[2]) : 0) : calm ? 0 : op[0] === "go" ? number(op[6]) : op[0] === "turn" ? number(op[3]) : 0;
      this.#steps.push({ op, begin: end, end: (end += ms) });
    }
    this.#advance();
    if (each) return 1;
    if (!real) return 500;
    if (!waits) return (this.#batch = Math.min(this.#batch * 2, 4096));
    const left = end - performance.now();
    return left < ahead ? 1 : new Promise((resolve) => setTimeout(() => resolve(1), left));
  }

  /** What is under way is done at once. */
  finish(): void {
    for (const step of this.#steps) step.end = 0;
    this.#advance();
  }

  /** Does what is due, and has the rest drawn frame by frame. */
  #advance(): void {
    const now = performance.now();
    let done = 0;
    for (; done < this.#steps.length && this.#steps[done]!.end <= now; done++) this.#do(this.#steps[done]!.op);
    this.#steps.splice(0, done);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#steps.length > 0) this.#advance();
      this.#draw();
    });
  }

  #do(op: Value[]): void {
    const [kind, id, ...rest] = op;
    const turtle = this.#turtle(number(id));
    switch (kind) {
      case "at":
        [turtle.x, turtle.y, turtle.heading] = [number(rest[0]), number(rest[1]), number(rest[2])];
        break;
      case "look":
        [turtle.shown, turtle.pen, turtle.fill] = [rest[1] === true, text(rest[2]), text(rest[3])];
        turtle.shape = this.#shapes.get(text(rest[0])) ?? [{ points: outlines[text(rest[0])] ?? [] }];
        [turtle.matrix, turtle.outline] = [rest.slice(4, 8).map(number), number(rest[8])];
        break;
      case "turn":
        turtle.heading = (turtle.heading + number(rest[0])) % 360;
        break;
      case "go": {
        const from = { x: turtle.x, y: turtle.y };
        [turtle.x, turtle.y] = [number(rest[0]), number(rest[1])];
        if (rest[2]) this.#mark(number(id), line(from, { x: turtle.x, y: turtle.y }, text(rest[2]), number(rest[3])), { line: true });
        break;
      }
      default:
        this.#doRarely(text(kind), op, turtle);
    }
  }

  #doRarely(kind: string, op: Value[], turtle: Turtle): void {
    const id = number(op[1]);
    const { x, y } = turtle;
    if (kind === "begin") turtle.filling = this.#marks.length;
    else if (kind === "fill") this.#fill(id, turtle, items(op[2] ?? null), text(op[3]));
    else if (kind === "dot") this.#mark(id, dot(x, y, number(op[2]) / 2, text(op[3])));
    else if (kind === "text") this.#mark(id, writing(x, y, op));
    else if (kind === "stamp") this.#mark(id, figure({ ...turtle }), { stamp: number(op[2]) });
    else if (kind === "undo") this.#undo(id, op[2] === "line");
    else if (kind === "unstamp") this.#keep((mark) => mark.turtle !== id || mark.stamp !== number(op[2]));
    else if (kind === "clear") this.#keep((mark) => mark.turtle !== id);
    else this.#doScreen(kind, op);
  }

  #doScreen(kind: string, [, first, second]: Value[]): void {
    if (kind === "bg") this.#background = text(first);
    else if (kind === "title") this.#paper.setAttribute("aria-label", text(first));
    else if (kind === "size") [this.#width, this.#height] = [number(first), number(second)];
    else if (kind === "give_shape") this.#shapes.set(text(first), items(second ?? null).map(part));
    else if (kind === "new") {
      this.#marks = [];
      this.#turtles.clear();
      this.#background = "white";
    }
    if (kind === "size" || kind === "new") this.#size();
    this.#paper.style.backgroundColor = this.#background;
  }

  #turtle(id: number): Turtle {
    let found = this.#turtles.get(id);
    if (!found) {
      found = { x: 0, y: 0, heading: 0, shape: [], shown: false, pen: "black", fill: "black", matrix: [1, 0, 0, 1], outline: 1, filling: undefined };
      this.#turtles.set(id, found);
    }
    return found;
  }

  #mark(turtle: number, draw: Mark["draw"], more: Pick<Mark, "line" | "stamp"> = {}): void {
    this.#marks.push({ turtle, draw, made: this.#made++, ...more });
  }

  /** Takes away what a turtle drew last: of its lines, or of all else. */
  #undo(turtle: number, lines: boolean): void {
    const last = this.#marks.reduce((last, mark) => (mark.turtle === turtle && mark.stamp === undefined && (mark.line ?? false) === lines ? Math.max(last, mark.made) : last), -1);
    this.#keep(({ made }) => made !== last);
  }

  /** Whether so much is drawn that no more is taken. */
  get full(): boolean {
    return this.#marks.length >= most;
  }

  /** What is filled lies under what was drawn meanwhile. */
  #fill(id: number, turtle: Turtle, points: readonly Value[], colour: string): void {
    const at = Math.min(turtle.filling ?? this.#marks.length, this.#marks.length);
    turtle.filling = undefined;
    const places = points.map((point) => items(point).map(number) as [number, number]);
    this.#marks.splice(at, 0, { turtle: id, draw: area(places, colour), made: this.#made++ });
    if (at < this.#drawn) {
      for (const mark of this.#marks.slice(at, this.#drawn + 1)) mark.draw(this.#context); // above all that is there, as it is when nobody else drew
      this.#drawn++;
    }
  }

  #keep(keeps: (mark: Mark) => boolean): void {
    this.#marks = this.#marks.filter(keeps);
    for (const turtle of this.#turtles.values()) if (turtle.filling !== undefined) turtle.filling = Math.min(turtle.filling, this.#marks.length);
    this.#wipe();
  }

  #wipe(): void {
    clear(this.#context, this.#paper);
    this.#drawn = 0;
  }

  #size(): void {
    const fine = Math.min(globalThis.devicePixelRatio || 1, 2);
    for (const [canvas, context] of [[this.#paper, this.#context], [this.#above, this.#moving]] as const) {
      canvas.width = this.#width * fine;
      canvas.height = this.#height * fine;
      axes(context, canvas, this.#width);
    }
    this.#paper.style.width = `${this.#width}px`;
    this.#paper.style.aspectRatio = `${this.#width} / ${this.#height}`;
    this.#drawn = 0;
  }

  #draw(): void {
    for (; this.#drawn < this.#marks.length; this.#drawn++) this.#marks[this.#drawn]!.draw(this.#context);
    clear(this.#moving, this.#above);
    const step = this.#steps[0];
    for (const [id, turtle] of this.#turtles) {
      const now = step && number(step.op[1]) === id ? this.#onTheWay(turtle, step) : turtle;
      if (turtle.shown) figure(now)(this.#moving);
    }
  }

  /** A turtle in the midst of a step; what it has drawn of a line is drawn. */
  #onTheWay(turtle: Turtle, { op, begin, end }: Step): Turtle {
    const share = end > begin ? Math.min(Math.max((performance.now() - begin) / (end - begin), 0), 1) : 0;
    if (op[0] === "turn") return { ...turtle, heading: turtle.heading + share * number(op[2]) };
    if (op[0] !== "go") return turtle;
    const now = { ...turtle, x: turtle.x + share * (number(op[2]) - turtle.x), y: turtle.y + share * (number(op[3]) - turtle.y) };
    if (op[4]) line(turtle, now, text(op[4]), number(op[5]))(this.#moving);
    return now;
  }

  /** All of it, with its background and the turtles. */
  #picture(): HTMLCanvasElement {
    this.#draw();
    const { width, height } = this.#paper;
    const whole = h("canvas", { width, height });
    const context = whole.getContext("2d");
    if (context) {
      context.fillStyle = this.#background;
      context.fillRect(0, 0, width, height);
      context.drawImage(this.#paper, 0, 0);
      context.drawImage(this.#above, 0, 0);
    }
    return whole;
  }
}

/** Has a context count from the middle of its canvas, upwards. */
function axes(context: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement, across: number): void {
  const scale = width / across;
  context.setTransform(scale, 0, 0, -scale, width / 2, height / 2);
  context.lineCap = context.lineJoin = "round";
}

function clear(context: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): void {
  context.save();
  context.resetTransform();
  context.clearRect(0, 0, width, height);
  context.restore();
}

function line(from: { x: number; y: number }, to: { x: number; y: number }, colour: string, width: number): Mark["draw"] {
  const { x, y } = from;
  return (context) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(to.x, to.y);
    context.stroke();
  };
}

function area(points: readonly [number, number][], colour: string): Mark["draw"] {
  return (context) => {
    context.fillStyle = colour;
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x, y);
    context.fill("evenodd");
  };
}

function dot(x: number, y: number, radius: number, colour: string): Mark["draw"] {
  return (context) => {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, Math.max(radius, 0), 0, 2 * Math.PI);
    context.fill();
  };
}

function writing(x: number, y: number, [, , words, align, family, points, style, colour]: Value[]): Mark["draw"] {
  const lines = text(words).split("\n");
  const size = Math.min(Math.max(number(points), 1), 500) * 1.33;
  const font = `${/bold/.test(text(style)) ? "bold " : ""}${/italic/.test(text(style)) ? "italic " : ""}${size}px "${text(family).replace(/["\\\n]/g, "")}", sans-serif`;
  return (context) => {
    context.save();
    context.translate(x, y);
    context.scale(1, -1);
    context.font = font;
    context.fillStyle = text(colour);
    context.textAlign = text(align) as CanvasTextAlign;
    lines.forEach((one, i) => context.fillText(one, 0, (i + 1 - lines.length) * size * 1.2 - size * 0.2));
    context.restore();
  };
}

/** A part of a shape, as it is sent. */
function part(sent: Value): Part {
  const [places, fill, pen] = items(sent);
  const points = items(places ?? null).map((place) => items(place).map(number) as [number, number]);
  return { points, ...(fill && { fill: text(fill) }), ...(pen && { pen: text(pen) }) };
}

/** A turtle's shape where it is. */
function figure({ x, y, heading, shape, pen, fill, matrix: [a = 1, b = 0, c = 0, d = 1], outline }: Turtle): Mark["draw"] {
  return (context) => {
    const [cos, sin] = [Math.cos((heading * Math.PI) / 180), Math.sin((heading * Math.PI) / 180)];
    context.lineWidth = outline;
    for (const one of shape) {
      context.fillStyle = one.fill ?? fill;
      context.strokeStyle = one.pen ?? pen;
      context.beginPath();
      for (const [ahead, left] of one.points) {
        const [forth, aside] = [d * ahead - c * left, a * left - b * ahead];
        context.lineTo(x + cos * forth - sin * aside, y + sin * forth + cos * aside);
      }
      context.closePath();
      context.fill();
      context.stroke();
    }
  };
}
