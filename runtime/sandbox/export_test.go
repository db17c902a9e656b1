package sandbox

// Kept tells whether a paused run is where it waits, for tests.
func (p *Paused) Kept() bool { return p.session.kept != nil }
