def flatten(lists):
    flat = []
    for item in lists:
        flat += flatten(item) if isinstance(item, list) else [item]
    return flat


def chunks(items, size):
    return [items[at : at + size] for at in range(0, len(items), size)]


def invert(mapping):
    result = {}
    for key in sorted(mapping):
        result.setdefault(mapping[key], []).append(key)
    return result
