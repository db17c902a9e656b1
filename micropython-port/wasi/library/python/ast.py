"""Syntax trees of programs: parse, literal_eval, dump, visitors."""

from _ast import parse as _parse

PyCF_ONLY_AST = 1024


class AST:
    """A node; its fields are named in _fields."""

    _fields = ()
    _attributes = ()

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._fields):
            raise TypeError("%s constructor takes at most %d positional argument%s" % (type(self).__name__, len(self._fields), "" if len(self._fields) == 1 else "s"))
        values = self.__dict__
        for name in self._fields:
            if name in _LISTS:
                values[name] = []
            elif name in _OPTIONAL:
                values[name] = None
            elif name == "ctx":
                values[name] = Load()
        values.update(zip(self._fields, args))
        values.update(kwargs)

    def __repr__(self):
        return "<ast.%s object at %#x>" % (type(self).__name__, id(self))


_LISTS = {"body", "orelse", "finalbody", "handlers", "decorator_list", "type_params", "targets", "names", "args", "keywords", "elts", "keys", "values", "generators", "ifs", "ops",
          "comparators", "items", "posonlyargs", "kwonlyargs", "kw_defaults", "defaults", "bases", "type_ignores"}
_OPTIONAL = {"returns", "type_comment", "annotation", "cause", "exc", "msg", "asname", "lower", "upper", "step", "kind", "vararg", "kwarg", "optional_vars", "format_spec"}


class mod(AST):
    pass


class _Placed(AST):
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class stmt(_Placed):
    pass


class expr(_Placed):
    pass


class expr_context(AST):
    pass


class boolop(AST):
    pass


class operator(AST):
    pass


class unaryop(AST):
    pass


class cmpop(AST):
    pass


class excepthandler(_Placed):
    pass


def _define(base, text):
    for word in text.split():
        name, _, fields = word.partition(":")
        fields = tuple(fields.split(",")) if fields else ()
        globals()[name] = type(name, (base,), {"_fields": fields, "__match_args__": fields, "__module__": "ast"})


_define(mod, "Module:body,type_ignores Expression:body Interactive:body")
_define(stmt, "FunctionDef:name,args,body,decorator_list,returns,type_comment,type_params AsyncFunctionDef:name,args,body,decorator_list,returns,type_comment,type_params "
        "ClassDef:name,bases,keywords,body,decorator_list,type_params Return:value Delete:targets Assign:targets,value,type_comment AugAssign:target,op,value "
        "AnnAssign:target,annotation,value,simple For:target,iter,body,orelse,type_comment AsyncFor:target,iter,body,orelse,type_comment While:test,body,orelse If:test,body,orelse "
        "With:items,body,type_comment AsyncWith:items,body,type_comment Raise:exc,cause Try:body,handlers,orelse,finalbody TryStar:body,handlers,orelse,finalbody Assert:test,msg "
        "Import:names ImportFrom:module,names,level Global:names Nonlocal:names Expr:value Pass Break Continue")
_define(expr, "BoolOp:op,values NamedExpr:target,value BinOp:left,op,right UnaryOp:op,operand Lambda:args,body IfExp:test,body,orelse Dict:keys,values Set:elts "
        "ListComp:elt,generators SetComp:elt,generators DictComp:key,value,generators GeneratorExp:elt,generators Await:value Yield:value YieldFrom:value Compare:left,ops,comparators "
        "Call:func,args,keywords FormattedValue:value,conversion,format_spec JoinedStr:values Constant:value,kind Attribute:value,attr,ctx Subscript:value,slice,ctx "
        "Starred:value,ctx Name:id,ctx List:elts,ctx Tuple:elts,ctx Slice:lower,upper,step")
_define(expr_context, "Load Store Del")
_define(boolop, "And Or")
_define(operator, "Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv")
_define(unaryop, "Invert Not UAdd USub")
_define(cmpop, "Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn")
_define(excepthandler, "ExceptHandler:type,name,body")
_define(_Placed, "arg:arg,annotation,type_comment keyword:arg,value alias:name,asname")
_define(AST, "comprehension:target,iter,ifs,is_async arguments:posonlyargs,args,vararg,kwonlyargs,kw_defaults,kwarg,defaults withitem:context_expr,optional_vars")

# The tree of the compiler, by its kinds (language/compile/tree.h).
(_NAME, _CONST, _JOINED, _FIELD, _TUPLE, _LIST, _SET, _DICT, _PAIR, _UNARY, _NOT, _BINARY, _AND, _OR, _COMPARE, _OPERAND, _CALL, _ATTRIBUTE, _SUBSCRIPT, _SLICE, _STAR, _DOUBLE_STAR,
 _KEYWORD, _LAMBDA, _CONDITIONAL, _LISTCOMP, _SETCOMP, _DICTCOMP, _GENERATOR, _COMP_FOR, _YIELD, _YIELD_FROM, _AWAIT, _WALRUS, _EXPRESSION, _ASSIGN, _AUGMENTED, _ANNOTATED,
 _RETURN, _DELETE, _RAISE, _ASSERT, _PASS, _BREAK, _CONTINUE, _GLOBAL, _NONLOCAL, _IMPORT, _IMPORT_FROM, _ALIAS, _IF, _BRANCH, _WHILE, _FOR, _TRY, _HANDLER, _WITH, _WITH_ITEM,
 _FUNCTION, _CLASS, _PARAMETERS, _PARAMETER) = range(62)

_UNARY_OPS = (UAdd, USub, Invert, Not)
_COMPARISONS = (Lt, Gt, Eq, LtE, GtE, NotEq, In, Is)
_OPERATORS = (BitOr, BitXor, BitAnd, LShift, RShift, Add, Sub, Mult, MatMult, FloorDiv, Div, Mod, Pow)
_INPLACE = 9  # MP_BINARY_OP_INPLACE_OR
_PLAIN = _INPLACE + len(_OPERATORS)
_NOT_IN, _IS_NOT = _PLAIN + 2 * len(_OPERATORS) + 2, _PLAIN + 2 * len(_OPERATORS) + 3


def _comparison(op):
    return (_COMPARISONS[op] if op < 8 else NotIn if op == _NOT_IN else IsNot)()


def _binary(op):
    return _OPERATORS[(op - _INPLACE) % len(_OPERATORS)]()


class _Converter:
    def place(self, made, node, start=None):
        values = made.__dict__
        values["lineno"], values["col_offset"] = (start or node)[2:4]
        values["end_lineno"], values["end_col_offset"] = node[4:6]
        return made

    def all(self, nodes, ctx=None):
        return [self.expr(node, ctx) for node in nodes]

    def maybe(self, node):
        return None if node is None else self.expr(node)

    def expr(self, node, ctx=None):
        kind, op, f = node[0], node[1], node[6:]
        if kind == _CONST:
            made = JoinedStr([self.place(Constant(f[0]), node)] if f[0] else []) if op == 2 else Constant(f[0])
        elif kind == _NAME:
            made = Name(f[0], (ctx or Load)())
        elif kind in (_TUPLE, _LIST):
            made = (Tuple if kind == _TUPLE else List)(self.all(f[0], ctx), (ctx or Load)())
        elif kind == _SET:
            made = Set(self.all(f[0]))
        elif kind == _DICT:
            pairs = [(None, pair[6]) if pair[0] == _DOUBLE_STAR else pair[6:] for pair in f[0]]
            made = Dict([self.maybe(key) for key, value in pairs], [self.expr(value) for key, value in pairs])
        elif kind == _UNARY:
            made = UnaryOp(_UNARY_OPS[op](), self.expr(f[0]))
        elif kind == _NOT:
            made = UnaryOp(Not(), self.expr(f[0]))
        elif kind == _BINARY:
            made = self.expr(f[0])
            for operand in f[1]:
                right = self.expr(operand[6])
                made = self.place(BinOp(made, _binary(operand[1]), right), operand[6], node)
            return made
        elif kind in (_AND, _OR):
            made = BoolOp((And if kind == _AND else Or)(), self.all(f[0]))
        elif kind == _COMPARE:
            made = Compare(self.expr(f[0]), [_comparison(operand[1]) for operand in f[1]], [self.expr(operand[6]) for operand in f[1]])
        elif kind == _CALL:
            made = Call(self.expr(f[0]), *self.arguments_of(f[1]))
        elif kind == _ATTRIBUTE:
            made = Attribute(self.expr(f[0]), f[1], (ctx or Load)())
        elif kind == _SUBSCRIPT:
            made = Subscript(self.expr(f[0]), self.expr(f[1]), (ctx or Load)())
        elif kind == _SLICE:
            made = Slice(*[self.maybe(part) for part in f])
        elif kind == _STAR:
            made = Starred(self.expr(f[0], ctx), (ctx or Load)())
        elif kind == _LAMBDA:
            made = Lambda(self.parameters(f[0]), self.expr(f[1]))
        elif kind == _CONDITIONAL:
            made = IfExp(*self.all(f))
        elif kind == _DICTCOMP:
            made = DictComp(self.expr(f[0][6]), self.expr(f[0][7]), self.clauses(f[1]))
        elif kind in (_LISTCOMP, _SETCOMP, _GENERATOR):
            made = {_LISTCOMP: ListComp, _SETCOMP: SetComp, _GENERATOR: GeneratorExp}[kind](self.expr(f[0]), self.clauses(f[1]))
        elif kind == _YIELD:
            made = Yield(self.maybe(f[0]))
        elif kind in (_YIELD_FROM, _AWAIT):
            made = (YieldFrom if kind == _YIELD_FROM else Await)(self.expr(f[0]))
        elif kind == _WALRUS:
            made = NamedExpr(self.expr(f[0], Store), self.expr(f[1]))
        elif kind == _JOINED:
            made = JoinedStr(self.all(f[0]))
        elif kind == _FIELD:
            made = FormattedValue(self.expr(f[0]), op or -1, self.maybe(f[1]))
        else:
            raise NotImplementedError("ast: kind %d" % kind)
        return self.place(made, node)

    def clauses(self, nodes):
        return [comprehension(self.expr(node[6], Store), self.expr(node[7]), self.all(node[8]), node[1]) for node in nodes]

    def arguments_of(self, nodes):
        args, keywords = [], []
        for node in nodes or ():
            if node[0] == _KEYWORD:
                keywords.append(self.place(keyword(node[6], self.expr(node[7])), node))
            elif node[0] == _DOUBLE_STAR:
                keywords.append(self.place(keyword(None, self.expr(node[6])), node))
            else:
                args.append(self.expr(node))
        return args, keywords

    def parameters(self, node):
        made = arguments([], [], None, [], [], None, [])
        for parameter in node[6] if node else ():
            name, default, annotation = parameter[6:]
            kind = parameter[1]
            if name is None:
                continue  # a bare star
            one = self.place(arg(name, self.maybe(annotation)), parameter)
            if kind == 2:
                made.vararg = one
            elif kind == 4:
                made.kwarg = one
            elif kind == 3:
                made.kwonlyargs.append(one)
                made.kw_defaults.append(self.maybe(default))
            else:
                (made.posonlyargs if kind == 0 else made.args).append(one)
                if default is not None:
                    made.defaults.append(self.expr(default))
        return made

    def body(self, nodes):
        return [self.stmt(node) for node in nodes]

    def branches(self, branches, otherwise):
        node = branches[0]
        rest = [self.branches(branches[1:], otherwise)] if len(branches) > 1 else self.body(otherwise)
        last = rest[-1] if rest else None
        made = self.place(If(self.expr(node[6]), self.body(node[7]), rest), node)
        end = last or made.body[-1]
        made.end_lineno, made.end_col_offset = end.end_lineno, end.end_col_offset
        return made

    def stmt(self, node):
        kind, op, f = node[0], node[1], node[6:]
        if kind == _EXPRESSION:
            made = Expr(self.expr(f[0]))
        elif kind == _ASSIGN:
            made = Assign(self.all(f[0], Store), self.expr(f[1]))
        elif kind == _AUGMENTED:
            made = AugAssign(self.expr(f[0], Store), _binary(op), self.expr(f[1]))
        elif kind == _ANNOTATED:
            made = AnnAssign(self.expr(f[0], Store), self.expr(f[1]), self.maybe(f[2]), op)
        elif kind == _RETURN:
            made = Return(self.maybe(f[0]))
        elif kind == _DELETE:
            made = Delete(self.all(f[0], Del))
        elif kind == _RAISE:
            made = Raise(self.maybe(f[0]), self.maybe(f[1]))
        elif kind == _ASSERT:
            made = Assert(self.expr(f[0]), self.maybe(f[1]))
        elif kind in (_PASS, _BREAK, _CONTINUE):
            made = {_PASS: Pass, _BREAK: Break, _CONTINUE: Continue}[kind]()
        elif kind in (_GLOBAL, _NONLOCAL):
            made = (Global if kind == _GLOBAL else Nonlocal)([name[6] for name in f[0]])
        elif kind == _IMPORT:
            made = Import([self.place(alias(one[6], one[7] if one[1] else None), one) for one in f[0]])
        elif kind == _IMPORT_FROM:
            names = [self.place(alias(one[6], one[7] if one[7] != one[6] else None), one) for one in f[1]] or [self.place(alias("*", None), node)]
            made = ImportFrom(f[0] or None, names, op)
        elif kind == _IF:
            made = self.branches(f[0], f[1])
            made.lineno, made.col_offset = node[2:4]
            return made
        elif kind == _WHILE:
            made = While(self.expr(f[0]), self.body(f[1]), self.body(f[2]))
        elif kind == _FOR:
            made = (AsyncFor if op else For)(self.expr(f[0], Store), self.expr(f[1]), self.body(f[2]), self.body(f[3]))
        elif kind == _TRY:
            handlers = [self.place(ExceptHandler(self.maybe(one[6]), one[7], self.body(one[8])), one) for one in f[1]]
            made = (TryStar if op else Try)(self.body(f[0]), handlers, self.body(f[2]), self.body(f[3]))
        elif kind == _WITH:
            items = [withitem(self.expr(item[6]), None if item[7] is None else self.expr(item[7], Store)) for item in f[0]]
            made = (AsyncWith if op else With)(items, self.body(f[1]))
        elif kind == _FUNCTION:
            made = (AsyncFunctionDef if op else FunctionDef)(f[0], self.parameters(f[1]), self.body(f[2]), self.all(f[3]), self.maybe(f[4]))
        elif kind == _CLASS:
            made = ClassDef(f[0], *self.arguments_of(f[1]), self.body(f[2]), self.all(f[3]))
        else:
            raise NotImplementedError("ast: kind %d" % kind)
        self.place(made, node)
        for name in ("finalbody", "orelse", "handlers", "body"):
            block = made.__dict__.get(name)
            if block:
                end = block[-1].body[-1] if name == "handlers" else block[-1]
                made.end_lineno, made.end_col_offset = end.end_lineno, end.end_col_offset
                break
        for handler in made.__dict__.get("handlers") or ():
            handler.end_lineno, handler.end_col_offset = handler.body[-1].end_lineno, handler.body[-1].end_col_offset
        return made


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of a text."""
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(source, (bytes, bytearray)):
        source = source.decode()
    if isinstance(source, AST):
        return source
    found = _parse(source, filename, mode == "eval")
    converter = _Converter()
    if mode == "eval":
        return Expression(converter.expr(found))
    body = converter.body(found)
    return Module(body, []) if mode == "exec" else Interactive(body)


def literal_eval(node_or_string):
    """The value of a text or tree of constants, in tuples, lists, sets and dicts."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode="eval")
    if isinstance(node, Expression):
        node = node.body
    return _literal(node)


def _malformed(node):
    line = getattr(node, "lineno", None)
    raise ValueError("malformed node or string%s: %r" % ("" if line is None else " on line %d" % line, node))


def _number(node):
    if type(node) is not Constant or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _literal(node):
    kind = type(node)
    if kind is Constant:
        return node.value
    if kind is Tuple:
        return tuple([_literal(item) for item in node.elts])
    if kind is List:
        return [_literal(item) for item in node.elts]
    if kind is Set:
        return {_literal(item) for item in node.elts}
    if kind is Call and isinstance(node.func, Name) and node.func.id == "set" and not node.args and not node.keywords:
        return set()
    if kind is Dict:
        if len(node.keys) != len(node.values):
            _malformed(node)
        return {_literal(key): _literal(value) for key, value in zip(node.keys, node.values)}
    if kind is BinOp and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def iter_fields(node):
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for name, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """A node and all nodes below it."""
    todo = [node]
    for node in todo:
        todo.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """A tree as text."""
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % type(node).__name__)
    indent = " " * indent if isinstance(indent, int) else indent

    def shown(node, level):
        if indent is not None:
            level += 1
            prefix, sep = "\n" + indent * level, ",\n" + indent * level
        else:
            prefix, sep = "", ", "
        if isinstance(node, AST):
            args, held, simple, keywords = [], [], True, annotate_fields
            for name in node._fields:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    keywords = True
                    continue
                if value is None and (name in _OPTIONAL or (type(node), name) in ((Return, "value"), (Yield, "value"), (AnnAssign, "value"), (ExceptHandler, "type"), (ExceptHandler, "name"), (keyword, "arg"), (ImportFrom, "module"))):
                    keywords = True
                    continue
                if not show_empty:
                    if value == [] and name in _LISTS:
                        if not keywords:
                            held.append(shown(value, level)[0])
                        continue
                    if not keywords:
                        args.extend(held)
                        held = []
                text, plain = shown(value, level)
                simple = simple and plain
                args.append("%s=%s" % (name, text) if keywords else text)
            if include_attributes:
                for name in node._attributes:
                    if hasattr(node, name):
                        text, plain = shown(getattr(node, name), level)
                        simple = simple and plain
                        args.append("%s=%s" % (name, text))
            if simple and len(args) <= 3:
                return "%s(%s)" % (type(node).__name__, ", ".join(args)), not args
            return "%s(%s%s)" % (type(node).__name__, prefix, sep.join(args)), False
        if isinstance(node, list):
            if not node:
                return "[]", True
            return "[%s%s]" % (prefix, sep.join(shown(item, level)[0] for item in node)), False
        return repr(node), True

    return shown(node, 0)[0]


class NodeVisitor:
    """Calls visit_KIND for a node, or visits what is below it."""

    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for child in iter_child_nodes(node):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    """A visitor whose results take the places of nodes; None removes one."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                new = self.visit(value)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def copy_location(new_node, old_node):
    for name in _Placed._attributes:
        if hasattr(old_node, name):
            setattr(new_node, name, getattr(old_node, name))
    return new_node


def fix_missing_locations(node):
    def fix(node, place):
        if node._attributes:
            place = tuple(getattr(node, name, value) for name, value in zip(_Placed._attributes, place))
            for name, value in zip(_Placed._attributes, place):
                setattr(node, name, value)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if hasattr(child, "lineno"):
            child.lineno += n
        if getattr(child, "end_lineno", None) is not None:
            child.end_lineno += n
    return node


def get_docstring(node, clean=True):
    """The docstring of a function, class or module."""
    if not isinstance(node, (FunctionDef, AsyncFunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % type(node).__name__)
    if not node.body or not isinstance(node.body[0], Expr) or not isinstance(node.body[0].value, Constant) or not isinstance(node.body[0].value.value, str):
        return None
    text = node.body[0].value.value
    if clean:
        from inspect import cleandoc
        text = cleandoc(text)
    return text


def get_source_segment(source, node, *, padded=False):
    """The text of a node."""
    lines = source.split("\n")
    try:
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    if first == last:
        return lines[first].encode()[start:end].decode()
    head = lines[first].encode()
    head = b" " * start + head[start:] if padded else head[start:]
    return "\n".join([head.decode()] + lines[first + 1:last] + [lines[last].encode()[:end].decode()])


