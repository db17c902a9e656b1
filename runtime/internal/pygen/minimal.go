package pygen

// Minimal returns a program with as few pieces as still fail; fails says whether one does.
func (p Program) Minimal(fails func(Program) bool) Program {
	for changed := true; changed; {
		changed = false
		for i := len(p.Pieces) - 1; i >= 0 && len(p.Pieces) > 1; i-- {
			less := Program{append(append([]string{}, p.Pieces[:i]...), p.Pieces[i+1:]...), p.Whole}
			if fails(less) {
				p, changed = less, true
			}
		}
		if flat := (Program{p.Pieces, false}); p.Whole && fails(flat) {
			p, changed = flat, true
		}
	}
	return p
}
