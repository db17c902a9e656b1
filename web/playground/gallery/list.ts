// The gallery: programs worth reading, by topic. It is loaded when it is asked for.

import type { Example } from "../examples.ts";
import algorithmsDifference from "./algorithms_difference.py";
import algorithmsPaths from "./algorithms_paths.py";
import algorithmsQueens from "./algorithms_queens.py";
import algorithmsSorting from "./algorithms_sorting.py";
import asyncioPipeline from "./asyncio_pipeline.py";
import asyncioQueue from "./asyncio_queue.py";
import asyncioTimeout from "./asyncio_timeout.py";
import classesAccount from "./classes_account.py";
import classesPolynomial from "./classes_polynomial.py";
import classesShapes from "./classes_shapes.py";
import dataCsv from "./data_csv.py";
import dataDates from "./data_dates.py";
import dataJson from "./data_json.py";
import dataStatistics from "./data_statistics.py";
import drawingChart from "./drawing_chart.py";
import drawingMandelbrot from "./drawing_mandelbrot.py";
import drawingRosette from "./drawing_rosette.py";
import drawingSnowflake from "./drawing_snowflake.py";
import drawingTree from "./drawing_tree.py";
import exerciseClass from "./exercise_class.py";
import exerciseLists from "./exercise_lists.py";
import exerciseText from "./exercise_text.py";
import hostErrors from "./host_errors.py";
import hostFiles from "./host_files.py";
import simulationLife from "./simulation_life.py";
import simulationPi from "./simulation_pi.py";
import simulationQueue from "./simulation_queue.py";
import startGuessing from "./start_guessing.py";
import startReceipt from "./start_receipt.py";
import startTable from "./start_table.py";
import textCipher from "./text_cipher.py";
import textMarkdown from "./text_markdown.py";
import textWords from "./text_words.py";

const program = (name: string, title: string, about: string, code: string): Example => ({ name, title, about, code });

export const topics: [title: string, programs: Example[]][] = [
  [
    "Start",
    [
      program("start_receipt", "A receipt", "Names, numbers, formats", startReceipt),
      program("start_guessing", "Guessing a number", "Loops, functions, halving what is left", startGuessing),
      program("start_table", "Multiplication table", "Loops in loops, conditions, sets", startTable),
    ],
  ],
  [
    "Text",
    [
      program("text_words", "Words that are used most", "Counter, regular expressions", textWords),
      program("text_cipher", "Breaking a cipher", "Translation tables, scores", textCipher),
      program("text_markdown", "Markdown to HTML", "Regular expressions, generators", textMarkdown),
    ],
  ],
  [
    "Data",
    [
      program("data_csv", "Grouping a table", "csv, defaultdict, writing a file", dataCsv),
      program("data_json", "Walking through JSON", "Recursion, yield from", dataJson),
      program("data_statistics", "Mean and spread", "statistics, a histogram of text", dataStatistics),
      program("data_dates", "Dates", "Days between, weekdays, weeks", dataDates),
    ],
  ],
  [
    "Classes",
    [
      program("classes_account", "An account", "Properties, exceptions of one's own", classesAccount),
      program("classes_shapes", "Shapes", "Dataclasses, an abstract base", classesShapes),
      program("classes_polynomial", "Polynomials", "Operators, calls, equality", classesPolynomial),
    ],
  ],
  [
    "Algorithms",
    [
      program("algorithms_sorting", "Three ways to sort", "What each needs, counted", algorithmsSorting),
      program("algorithms_paths", "The shortest way", "Dijkstra, with a heap", algorithmsPaths),
      program("algorithms_queens", "Eight queens", "Backtracking with a generator", algorithmsQueens),
      program("algorithms_difference", "What changed", "Dynamic programming: how diff works", algorithmsDifference),
    ],
  ],
  [
    "Simulation",
    [
      program("simulation_life", "Game of Life", "Sets of cells", simulationLife),
      program("simulation_pi", "Pi by darts", "Chance, and its error", simulationPi),
      program("simulation_queue", "A queue in a bank", "Events in a heap", simulationQueue),
    ],
  ],
  [
    "Drawing",
    [
      program("drawing_tree", "A tree that grows", "Rules, and a pen with a memory", drawingTree),
      program("drawing_snowflake", "A snowflake by a turtle", "turtle, recursion, seen as it is drawn", drawingSnowflake),
      program("drawing_rosette", "Four turtles at once", "Turtle objects, loops over them, stamps", drawingRosette),
      program("drawing_chart", "A bar chart", "SVG from a dict", drawingChart),
      program("drawing_mandelbrot", "The Mandelbrot set", "Complex numbers, groupby", drawingMandelbrot),
    ],
  ],
  [
    "asyncio",
    [
      program("asyncio_queue", "Bakers and customers", "Queue, tasks, cancelling", asyncioQueue),
      program("asyncio_timeout", "The first answer", "wait, timeouts, a semaphore", asyncioTimeout),
      program("asyncio_pipeline", "A pipeline", "Asynchronous generators", asyncioPipeline),
    ],
  ],
  [
    "Functions of the page",
    [
      program("host_files", "What this site consists of", "Fetching, counting", hostFiles),
      program("host_errors", "Errors and memory", "Exceptions of the page, a decorator", hostErrors),
    ],
  ],
  [
    "Exercises with tests",
    [
      program("exercise_text", "Texts", "Three functions to write", exerciseText),
      program("exercise_lists", "Lists and dicts", "Three functions to write", exerciseLists),
      program("exercise_class", "A class", "Make the tests of unittest pass", exerciseClass),
    ],
  ],
];
