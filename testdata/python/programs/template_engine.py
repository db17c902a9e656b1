# Templates with variables, filters, loops and conditions.
import re


class TemplateError(Exception):
    pass


FILTERS = {"upper": str.upper, "title": str.title, "len": len, "money": lambda v: f"{v:,.2f}", "default": lambda v: v or "-"}


def lookup(path, ctx):
    value = ctx
    for part in path.split("."):
        try:
            value = value[part] if isinstance(value, dict) else value[int(part)] if part.isdigit() else getattr(value, part)
        except (KeyError, AttributeError, IndexError):
            raise TemplateError(f"{path}: no {part!r}") from None
    return value


def evaluate(expr, ctx):
    name, *filters = [p.strip() for p in expr.split("|")]
    value = lookup(name, ctx)
    for f in filters:
        value = FILTERS[f](value)
    return value


def render(text, ctx):
    tokens = re.split(r"({{.*?}}|{%.*?%})", text)
    pos = 0

    def block(ctx, active, *ends):
        nonlocal pos
        out = []
        while pos < len(tokens):
            t = tokens[pos]
            pos += 1
            if t.startswith("{{"):
                out.append(str(evaluate(t[2:-2].strip(), ctx)) if active else "")
            elif t.startswith("{%"):
                word, *args = t[2:-2].split()
                if word in ends:
                    return "".join(out), word
                if word == "for":
                    start = pos
                    items = lookup(args[2], ctx) if active else []
                    for item in items:
                        pos = start
                        out.append(block({**ctx, args[0]: item}, active, "endfor")[0])
                    if not items:
                        block(ctx, False, "endfor")
                elif word == "if":
                    yes = active and bool(lookup(args[0], ctx))
                    body, end = block(ctx, yes, "else", "endif")
                    out.append(body if yes else "")
                    if end == "else":
                        body, _ = block(ctx, active and not yes, "endif")
                        out.append(body if not yes else "")
                else:
                    raise TemplateError(f"unknown tag {word}")
            elif active:
                out.append(t)
        if ends:
            raise TemplateError(f"missing {ends[-1]}")
        return "".join(out), None
    return block(ctx, True)[0]


T = "{{ user.name | title }}: {% for o in orders %}[{{ o.item }} {{ o.price | money }}{% if o.gift %} gift{% else %} -{% endif %}] {% endfor %}{{ orders | len }}{% for x in none %}never{{ x.y }}{% endfor %}"
print(render(T, {"user": {"name": "ann lee"}, "orders": [{"item": "tea", "price": 1234.5, "gift": True}, {"item": "mug", "price": 8, "gift": False}], "none": []}))
for bad in ("{{ nope }}", "{% for a in b %}", "{% what %}", "{{ a.b }}"):
    try:
        render(bad, {"b": [1], "a": {}})
    except TemplateError as e:
        print(e)
