package sandbox

import (
	"encoding/binary"
	"math/rand/v2"
)

// newRandom makes the guest's source of random numbers: ChaCha8, as Go has it and C2SP's chacha8rand defines it. The
// seed is the first eight bytes of the generator's, the least significant first; the others are 0.
func newRandom(seed uint64) rand.ChaCha8 {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	return *rand.NewChaCha8(key)
}
