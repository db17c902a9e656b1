package artifact

import (
	"fmt"
	"slices"
	"strings"
)

// item is an import, an export or a feature in one form, so that one function compares lists of each.
type item struct {
	id    [2]string // module and name of an import; name alone of others
	label string    // the same, printable
	typ   string    // kind and type; empty for a feature
}

// String returns the item as problems and reports show it.
func (i item) String() string {
	if i.typ == "" {
		return i.label
	}
	return i.label + " " + printable(i.typ)
}

func imports(list []Import) []item {
	items := make([]item, len(list))
	for i, e := range list {
		items[i] = item{
			id:    [2]string{e.Module, e.Name},
			label: printable(e.Module) + "." + printable(e.Name),
			typ:   e.Kind + " " + e.Type,
		}
	}
	return items
}

func exports(list []Export) []item {
	items := make([]item, len(list))
	for i, e := range list {
		items[i] = e.item()
	}
	return items
}

func (e Export) item() item {
	return item{id: [2]string{e.Name}, label: printable(e.Name), typ: strings.TrimSpace(e.Kind + " " + e.Type)}
}

func features(list []string) []item {
	items := make([]item, len(list))
	for i, name := range list {
		items[i] = item{id: [2]string{name}, label: printable(name)}
	}
	return items
}

// compareLists reports where what the module has differs from what the manifest says. Order does not
// count: the digest sees to it.
func compareLists(c *Check, what string, declared, found []item) {
	missing := map[[2]string]item{}
	for _, i := range difference(declared, found) {
		missing[i.id] = i
	}
	for _, i := range difference(found, declared) {
		if other, ok := missing[i.id]; ok {
			c.fail(other.String()+", as in the manifest", i.String(), hintManifest)
			delete(missing, i.id)
		} else {
			c.fail("no "+what+" that the manifest does not list", i.String(), hintManifest)
		}
	}
	for _, i := range declared {
		if _, ok := missing[i.id]; ok {
			c.fail(what+" "+i.String()+", as in the manifest", "none of that name", hintManifest)
			delete(missing, i.id)
		}
	}
}

// difference returns the items of a that b does not have, or has less often.
func difference(a, b []item) []item {
	if slices.Equal(a, b) {
		return nil
	}
	left := map[item]int{}
	for _, i := range b {
		left[i]++
	}
	var list []item
	for _, i := range a {
		if left[i]--; left[i] < 0 {
			list = append(list, i)
		}
	}
	return list
}

func (v *verifier) checkImports(c *Check) {
	found := v.found.outputs.Imports
	compareLists(c, "import", imports(v.manifest.Outputs.Imports), imports(found))
	allowed := map[[2]string]item{}
	for _, i := range imports(v.policy.Imports) {
		allowed[i.id] = i
	}
	modules := v.policy.importModules()
	for i, imp := range imports(found) {
		want, ok := allowed[imp.id]
		switch {
		case ok && want.typ == imp.typ:
		case ok:
			c.fail(want.String()+", as the hosts offer it", imp.String(), "declare it in C with the type that the hosts offer")
		case slices.Contains(modules, found[i].Module):
			c.fail("no import from "+printable(found[i].Module)+" but those that the policy allows", imp.String(),
				"no host offers it; find out which source asks for it and leave that out")
		default:
			c.fail("no import but from "+printableList(modules), imp.String(),
				"no host offers it; look for import_module in user C modules, and do not run the artifact if you did not build it")
		}
	}
	c.Note = fmt.Sprintf("%d, all allowed, as in the manifest", len(found))
}

func (v *verifier) checkExports(c *Check) {
	found := v.found.outputs.Exports
	compareLists(c, "export", exports(v.manifest.Outputs.Exports), exports(found))
	byName := map[string]Export{}
	for _, e := range found {
		if _, twice := byName[e.Name]; twice {
			c.fail("each name exported once", printable(e.Name)+" more than once", "no engine accepts that; build again")
		}
		byName[e.Name] = e
	}
	for _, want := range v.policy.Exports {
		e, ok := byName[want.Name]
		text := want.item().String()
		switch {
		case !ok:
			c.fail("export "+text, "none of that name", "the hosts need it; "+hintRebuild)
		case e.Kind != want.Kind || want.Type != "" && e.Type != want.Type:
			c.fail(text+", which the hosts need", e.item().String(), hintRebuild)
		}
	}
	c.Note = fmt.Sprintf("%d, all required ones among them, as in the manifest", len(found))
}
