// A sentence on what people look up most, in words of our own; with parameters where the guest does not know them. Names of builtins
// stand without their module.

const lines = String.raw`
print(*values, sep=' ', end='\n', file=None, flush=False): Writes the values as text, with sep between them and end behind.
input(prompt=''): Asks for a line and gives it without its end.
len(x): How many items a container has, or characters a text.
range(start, stop, step=1): The whole numbers from start to below stop; range(n) begins at 0.
enumerate(iterable, start=0): Pairs of a number and an item.
zip(*iterables, strict=False): Tuples of the first items, the second ones and so on, until one runs out.
map(function, *iterables): What the function gives for each item.
filter(function, iterable): The items for which the function gives something true.
sorted(iterable, *, key=None, reverse=False): A new list of the items in order; key says by what.
reversed(sequence): The items from the last to the first.
sum(iterable, start=0): All items added up.
min(iterable, *, key=None, default=...): The least item, or the least of the arguments.
max(iterable, *, key=None, default=...): The greatest item, or the greatest of the arguments.
abs(x): The number without its sign.
round(number, ndigits=None): The nearest whole number, or one with so many digits; halves go to the even one.
divmod(a, b): The whole quotient and the rest.
pow(base, exp, mod=None): base to the power exp, reduced by mod if that is given.
any(iterable): Whether at least one item is true.
all(iterable): Whether every item is true.
int(x=0, base=10): A whole number; from text in a base.
float(x=0.0): A number with a fraction, from a number or a text.
complex(real=0, imag=0): A complex number.
str(object=''): The object as text for people.
repr(object): The object as text for programmers.
bool(x=False): Whether something counts as true.
bytes(source=b''): Bytes that do not change, from numbers, a size, or text with its encoding.
bytearray(source=b''): Bytes that can be changed.
memoryview(object): A view of another object's bytes, without a copy.
list(iterable=()): A new list of the items.
tuple(iterable=()): A sequence that does not change.
dict(**items): A dictionary, from pairs, another dictionary, or keywords.
set(iterable=()): Items once each, in no order.
frozenset(iterable=()): A set that does not change.
type(object): The class of an object.
isinstance(object, classinfo): Whether the object is of a class, or of one of a tuple of classes.
issubclass(cls, classinfo): Whether a class descends from another.
callable(object): Whether something can be called.
id(object): A number that no other object has meanwhile.
hash(object): The number by which sets and dictionaries find the object.
iter(object, sentinel=...): An iterator over the object; with a sentinel, over calls until that comes.
next(iterator, default=...): The next item, or the default at the end.
open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None): Opens a file: 'r' to read, 'w' to write anew, 'a' to go on, 'b' for bytes.
format(value, spec=''): The value as text, laid out as spec says.
chr(i): The character of a code point.
ord(c): The code point of a character.
hex(number): The number as text to the base 16.
oct(number): The number as text to the base 8.
bin(number): The number as text to the base 2.
ascii(object): As repr, with escapes for all that is not ASCII.
getattr(object, name, default=...): The attribute of that name.
setattr(object, name, value): Sets the attribute of that name.
hasattr(object, name): Whether there is an attribute of that name.
delattr(object, name): Removes the attribute of that name.
dir(object): The names that an object has.
vars(object): The dictionary of an object's attributes.
globals(): The dictionary of the module's names.
locals(): The names of the function that runs.
eval(source, globals=None, locals=None): The value of an expression given as text.
exec(source, globals=None, locals=None): Runs statements given as text.
compile(source, filename, mode): Makes code of a text, to be run later.
help(object): Shows what is known of something; help('modules') lists modules.
slice(start, stop, step=None): What stands between [ and ] as start:stop:step.
super(): The class above, in a method: super().__init__() begins it.
property(fget=None, fset=None, fdel=None): An attribute that is computed by functions.
staticmethod(function): A function of a class that gets neither object nor class.
classmethod(function): A method that gets the class first.
object(): What all classes come from.
display(*values): Shows values in the output as pictures, tables or text, in the midst of a run.
Exception(*args): What errors of programs descend from.
ValueError(*args): A value that does not fit, though its type does.
TypeError(*args): A value of a type that does not fit.
KeyError(*args): A dictionary does not have the key.
IndexError(*args): A sequence is not that long.
AttributeError(*args): An object does not have the attribute.
NameError(*args): Nothing has the name.
ZeroDivisionError(*args): A number was divided by zero.
FileNotFoundError(*args): There is no file of that name.
StopIteration(*args): An iterator has come to its end.
RuntimeError(*args): What fits no other class.
NotImplementedError(*args): A method that a subclass must define.
AssertionError(*args): An assert was not true.
RecursionError(*args): Functions call each other too deeply.
MemoryError(*args): There is no memory left.
ImportError(*args): A module, or a name in it, cannot be imported.
str.split(sep=None, maxsplit=-1): The parts between separators; without one, words between white space.
str.rsplit(sep=None, maxsplit=-1): As split, counting maxsplit from the end.
str.splitlines(keepends=False): The lines of the text.
str.join(iterable): The texts of an iterable with this one between them.
str.strip(chars=None): Without white space, or those characters, at both ends.
str.lstrip(chars=None): Without white space, or those characters, at the beginning.
str.rstrip(chars=None): Without white space, or those characters, at the end.
str.replace(old, new, count=-1): With each old text replaced by the new one.
str.find(sub, start=0, end=...): Where a text begins, or -1.
str.rfind(sub, start=0, end=...): Where a text begins last, or -1.
str.index(sub, start=0, end=...): Where a text begins; a ValueError if nowhere.
str.count(sub, start=0, end=...): How often a text occurs.
str.startswith(prefix, start=0, end=...): Whether the text begins so.
str.endswith(suffix, start=0, end=...): Whether the text ends so.
str.lower(): In small letters.
str.upper(): In capitals.
str.title(): Each word with a capital.
str.capitalize(): With a capital first, and small letters behind.
str.swapcase(): Capitals and small letters exchanged.
str.casefold(): For comparing without regard to case.
str.format(*args, **kwargs): With {} replaced by the arguments.
str.format_map(mapping): With {name} replaced from a mapping.
str.encode(encoding='utf-8', errors='strict'): The text as bytes.
str.center(width, fillchar=' '): In the middle of so many characters.
str.ljust(width, fillchar=' '): Filled up on the right.
str.rjust(width, fillchar=' '): Filled up on the left.
str.zfill(width): Filled up with zeros on the left.
str.partition(sep): What is before a separator, the separator, and what is behind it.
str.rpartition(sep): As partition, at the last separator.
str.removeprefix(prefix): Without a beginning, if it has that.
str.removesuffix(suffix): Without an end, if it has that.
str.isdigit(): Whether all characters are digits.
str.isalpha(): Whether all characters are letters.
str.isalnum(): Whether all characters are letters or digits.
str.isspace(): Whether all characters are white space.
str.isupper(): Whether all letters are capitals.
str.islower(): Whether all letters are small.
str.isidentifier(): Whether it could be a name in Python.
str.expandtabs(tabsize=8): With spaces for tabs.
str.translate(table): With characters exchanged by a table of maketrans.
list.append(object): Adds an item at the end.
list.extend(iterable): Adds all items of another iterable.
list.insert(index, object): Puts an item before a place.
list.pop(index=-1): Takes an item out and gives it, the last one by default.
list.remove(value): Removes the first item of that value.
list.sort(*, key=None, reverse=False): Brings the list into order, and gives None.
list.reverse(): Turns the list round, and gives None.
list.index(value, start=0, stop=...): Where a value is first.
list.count(value): How often a value is in it.
list.copy(): A list of the same items.
list.clear(): Removes all items.
dict.get(key, default=None): The value of a key, or the default.
dict.items(): Pairs of keys and values.
dict.keys(): The keys.
dict.values(): The values.
dict.pop(key, default=...): Takes a key out and gives its value.
dict.popitem(): Takes out the pair that came last.
dict.setdefault(key, default=None): The value of a key, which gets the default if it has none.
dict.update(other, **items): Takes over the items of another one.
dict.copy(): A dictionary of the same items.
dict.clear(): Removes all items.
dict.fromkeys(iterable, value=None): A dictionary of keys that all have one value.
set.add(item): Adds an item.
set.discard(item): Removes an item if it is there.
set.remove(item): Removes an item; a KeyError if it is not there.
set.union(*others): The items of any.
set.intersection(*others): The items of all.
set.difference(*others): The items that the others do not have.
set.symmetric_difference(other): The items that one of both has.
set.issubset(other): Whether the other has all items.
set.issuperset(other): Whether it has all items of the other.
tuple.count(value): How often a value is in it.
tuple.index(value): Where a value is first.
bytes.decode(encoding='utf-8', errors='strict'): The bytes as text.
bytes.hex(sep=...): The bytes as digits to the base 16.
abc: Classes that say which methods others must have.
argparse: Reads a command line, and writes its help.
array: Lists of numbers that take little memory.
ast: Programs as trees.
asyncio: Functions that wait beside each other: async and await.
asyncio.run: Runs a coroutine to its end.
asyncio.sleep: Waits, and lets others go on.
asyncio.gather: Waits for several, and gives the list of their results.
asyncio.create_task: Has a coroutine run beside what goes on.
base64: Bytes as text of letters and digits, and back.
bisect: Finds places in lists that are in order.
bisect.bisect_left: Where an item belongs, before those that are equal.
bisect.insort: Puts an item where it belongs.
calendar: Months and weeks, as numbers and as text.
cmath: Functions of complex numbers.
collections: Containers beyond list and dict.
collections.Counter(iterable=()): Counts items: a dictionary of numbers.
collections.defaultdict(default_factory=None): A dictionary that makes the values of new keys.
collections.deque(iterable=(), maxlen=None): A list that is quick at both ends.
collections.namedtuple: A class of tuples whose items have names.
collections.OrderedDict: A dictionary whose order can be changed.
configparser: Files of settings: [section] and key = value.
contextlib: Makes and combines what "with" takes.
contextlib.contextmanager: Makes a context of a generator with one yield.
copy: Copies of objects.
copy.deepcopy: A copy, of all that is within, too.
csv: Tables as text with commas.
csv.reader: The rows of a text, as lists.
csv.DictReader: The rows of a text, as dictionaries by the first row.
dataclasses: Classes that are made of the list of their fields.
dataclasses.dataclass: Gives a class __init__, __repr__ and __eq__ by its annotated fields.
dataclasses.field: Says more of a field, such as its default_factory.
datetime: Days, times of day, and differences between them.
datetime.datetime: A day and a time of day.
datetime.date: A day.
datetime.timedelta: A difference of times.
decimal: Numbers in decimal digits, exact for money.
difflib: What differs between two texts.
enum: Sets of named values.
fractions: Exact fractions.
functools: Functions on functions.
functools.lru_cache: Keeps the results of calls, so that the same call costs nothing.
functools.cache: Keeps the results of all calls.
functools.partial: A function with some arguments given already.
functools.reduce: Takes two items together again and again, until one is left.
functools.wraps: Gives a wrapper the name of what it wraps.
glob: Files by patterns such as *.txt.
graphlib: The order of tasks that depend on each other.
hashlib: Digests such as SHA-256.
heapq: A list of which the least item is always first.
heapq.heappush: Adds an item.
heapq.heappop: Takes out the least item.
io: Streams of text and bytes in memory.
io.StringIO: Text in memory that is written and read like a file.
itertools: Iterators that combine others.
itertools.chain: The items of one after the other.
itertools.combinations: All choices of so many items, in order.
itertools.permutations: All orders of so many items.
itertools.product: All tuples of an item of each.
itertools.groupby: Runs of items that have the same key.
itertools.accumulate: The sums so far.
itertools.count: Numbers without an end.
itertools.cycle: The items again and again.
itertools.islice: Some items of an iterator, by their places.
itertools.pairwise: Each item with the one behind it.
json: Data as JSON text.
json.dumps: A value as JSON text.
json.loads: The value of a JSON text.
logging: Messages by their importance.
math: Functions of numbers.
math.sqrt(x): The square root.
math.floor(x): The whole number below.
math.ceil(x): The whole number above.
math.gcd(*integers): The greatest number that divides all.
math.factorial(n): 1 * 2 * ... * n.
math.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0): Whether two numbers are nearly the same.
math.sin(x): The sine of an angle in radians.
math.cos(x): The cosine of an angle in radians.
math.tan(x): The tangent of an angle in radians.
math.hypot(*coordinates): How far a point is from the origin.
math.log(x, base=e): The logarithm.
math.radians(x): Degrees in radians.
math.degrees(x): Radians in degrees.
math.comb(n, k): In how many ways k of n are chosen.
math.prod(iterable, *, start=1): All items multiplied.
math.dist(p, q): How far two points are from each other.
math.pi: The circumference of a circle by its diameter.
operator: The operators as functions.
os: Files, folders and the environment of the sandbox.
os.path: Names of files.
pathlib: Names of files as objects.
pathlib.Path: The name of a file or a folder.
pickle: Objects as bytes, and back.
plot: Charts as SVG: lines, bars, scatter, histogram.
pprint: Prints nested data so that it can be read.
queue: Queues between threads.
random: Random numbers, the same for the same seed.
random.random(): A number from 0 to below 1.
random.randint: A whole number from a to b, both included.
random.choice: One of the items.
random.choices: So many items, each of them any.
random.sample: So many different items.
random.shuffle: Mixes a list, and gives None.
random.seed: Begins the numbers anew.
re: Patterns in text.
re.search: The first place where a pattern fits, or None.
re.match: Whether a pattern fits at the beginning.
re.fullmatch: Whether a pattern fits the whole text.
re.findall: All texts that a pattern fits.
re.finditer: All matches of a pattern.
re.sub: The text with each match replaced.
re.split: The parts between matches.
re.compile: A pattern, to be used often.
secrets: Random numbers that nobody guesses.
shutil: Copies and removes files and folders.
statistics: Mean, median and their kin.
statistics.mean: The average.
statistics.median: The middle value.
statistics.stdev: How far values are from their mean.
string: Sets of characters, and templates.
struct: Numbers as bytes in a layout.
sys: The interpreter itself.
sys.argv: The command line.
sys.exit: Ends the program with a status.
tempfile: Files that go by themselves.
textwrap: Breaks text into lines.
textwrap.dedent: Without the indent that all lines have.
threading: Threads, which take turns.
time: Clocks and waiting.
time.time(): The seconds since 1970.
time.sleep(seconds): Waits.
time.perf_counter(): Seconds, for measuring.
timeit: Measures small programs.
tomllib: Reads TOML.
traceback: Errors as text.
turtle: A turtle that draws as the program runs.
turtle.Turtle: A turtle of its own: t = Turtle(), t.forward(100).
turtle.Screen: The screen, of which there is one: bgcolor, title, tracer, update.
turtle.bgcolor: The colour of the paper.
turtle.done: The end of the drawing; nothing waits here.
turtle.tracer: 0 shows nothing before update().
turtle.update: Shows what was drawn since the last update().
turtle.forward: Moves forward, drawing if the pen is down.
turtle.back: Moves backward, without turning.
turtle.left: Turns left by degrees.
turtle.right: Turns right by degrees.
turtle.goto: Moves to a place; (0, 0) is the middle.
turtle.setheading: Turns to an angle: 0 is east, 90 north.
turtle.home: Goes back to the middle, looking east.
turtle.circle: Draws a circle whose centre is radius to the left, or the part of one that extent says in degrees.
turtle.dot: Draws a round dot.
turtle.stamp: Leaves a copy of the turtle's shape.
turtle.speed: 1 (slowest) to 10; 0 is at once.
turtle.position: Where the turtle is.
turtle.heading: The angle that it looks to.
turtle.towards: The angle at which a place lies.
turtle.distance: How far away a place is.
turtle.penup: From here on, moving draws nothing.
turtle.pendown: From here on, moving draws.
turtle.pensize: How wide lines are.
turtle.color: The colour of the pen, and of what is filled: names, "#rrggbb" or three numbers.
turtle.pencolor: The colour of lines.
turtle.fillcolor: The colour of what is filled.
turtle.begin_fill: What is drawn from here to end_fill() is filled.
turtle.end_fill: Fills what was drawn since begin_fill().
turtle.write: Writes a text where the turtle is.
turtle.clear: Takes away what the turtle drew.
turtle.reset: Takes away what it drew, and puts it back to the middle.
turtle.hideturtle: Hides the turtle itself.
turtle.showturtle: Shows the turtle itself.
turtle.shape: arrow, blank, circle, classic, square, triangle or turtle.
types: The types of functions, modules and so on.
typing: Types for annotations.
unittest: Tests, and what runs them.
urllib.parse: Takes addresses apart and puts them together.
uuid: Identifiers that are unique.
zipfile: Archives.
zlib: Makes bytes smaller.
`;

export interface Word {
  /** With its parentheses; "" where the guest knows it, or there is none. */
  signature: string;
  text: string;
}

/** Other names of what turtles do. */
const others: Record<string, string> = { fd: "forward", bk: "back", backward: "back", lt: "left", rt: "right", setpos: "goto", seth: "setheading", pos: "position", up: "penup", pu: "penup", down: "pendown", pd: "pendown", width: "pensize", ht: "hideturtle", st: "showturtle" };

let read: Map<string, Word> | undefined;

/** What is said of a dotted name. */
export function word(path: string): Word | undefined {
  read ??= new Map(
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [, name = "", signature = "", text = ""] = /^([\w.]+)(\(.*\))?: (.*)$/.exec(line) ?? [];
        return [name, { signature, text }];
      }),
  );
  const name = path.replace(/^builtins\./, "").replace(/^turtle\.Turtle\./, "turtle.");
  return read.get(name) ?? read.get(name.replace(/^turtle\.(\w+)$/, (_, short: string) => `turtle.${others[short] ?? ""}`));
}
