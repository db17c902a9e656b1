package passes

import (
	"fmt"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// Pass is an entry of the table of passes.
type Pass struct {
	// Name is what the pass is called on command lines and in manifests.
	Name string
	// Description is one line for people, without a full stop.
	Description string
	// Lowers is the set of proposals that no module uses any more once the pass is through with it.
	Lowers wasm.Features
	// New returns the pass itself. The function may be called often and from many goroutines. It does not
	// change the module it is given and may return that very module when there is nothing to do.
	New func(Options) func(*wasm.Module) (*wasm.Module, error)
}

// table holds all passes, in the order in which a build uses them.
var table = []Pass{
	{
		Name:        stackChecksName,
		Description: "makes functions that recur look whether there is stack left",
		New:         stackChecks,
	},
	{
		Name:        "exception-lowering",
		Description: "expresses exceptions by a flag and branches, so that no engine needs to know them",
		Lowers:      wasm.FeatureExceptionHandling,
		New:         exceptionLowering,
	},
	{
		Name:        spillPointersName,
		Description: "keeps pointers in memory during calls that may collect garbage",
		New:         spillPointers,
	},
	{
		Name:        fuelMeteringName,
		Description: "counts backward branches, so that every loop can be ended",
		New:         fuelMetering,
	},
	{
		Name:        threadBranchesName,
		Description: "lets branches to branches to loops go there at once",
		New:         threadBranches,
	},
	{
		Name:        "strip-debug",
		Description: "removes names and DWARF sections",
		New:         stripDebug,
	},
	{
		Name:        "strip-producers",
		Description: "removes the sections in which tools name themselves and their features",
		New:         stripProducers,
	},
}

// All returns the passes, in the order in which a build uses them.
func All() []Pass { return append([]Pass(nil), table...) }

// Lookup finds a pass by name. The error lists the names there are.
func Lookup(name string) (Pass, error) {
	var names []string
	for _, p := range table {
		if p.Name == name {
			return p, nil
		}
		names = append(names, p.Name)
	}
	return Pass{}, fmt.Errorf("unknown pass %q: expected one of %s", name, strings.Join(names, ", "))
}
