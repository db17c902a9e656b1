// Python files are imported as text, and so are others.
declare module "*.py" {
  const source: string;
  export default source;
}

declare module "*.txt" {
  const text: string;
  export default text;
}
