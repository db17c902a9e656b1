package protocol

import _ "embed"

// Look is the program that hosts have a guest run in the midst of a run that is followed, to see what is there.
//
//go:embed look.py
var Look string
