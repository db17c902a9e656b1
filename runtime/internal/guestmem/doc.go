// Package guestmem is the linear memory of a guest, made so that going back to an earlier state is cheap.
//
// An [Image] is what every guest of an artifact begins with. A [Memory] begins as an image, and a [Delta] is what sets it
// apart from it: the pages that differ. A checkpoint, a snapshot and what a reset goes back to are each a delta.
//
// On Linux a memory is a private mapping of a file that holds the image: what no guest writes is in memory once, growing
// moves nothing, and the kernel tells which pages were written to. Elsewhere, and where the kernel does not tell, memory
// is a slice, and pages are compared.
package guestmem
