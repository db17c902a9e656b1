package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ulikunitz/xz/lzma"
)

func TestXZDictionary(t *testing.T) {
	whole := xzipped(t, []byte("some text"))
	if size, ok := xzDictionary(whole); !ok || size != 8<<20 {
		t.Fatalf("got %d, %v, expected the 8 MiB of the default preset", size, ok)
	}
	filter := xzStreamHeaderBytes + 2
	for size, want := range map[int64]string{
		maxDictionaryBytes:     "",
		maxDictionaryBytes * 2: "expected a dictionary of at most 67108864 bytes (as xz -9 has), found 134217728",
		1<<32 - 1:              "found 4294967295",
	} {
		head := append([]byte{}, whole...)
		head[filter+2] = lzma.EncodeDictCap(size)
		err := fmt.Sprint(checkXZDictionary(head))
		if want == "" && err != "<nil>" || !strings.Contains(err, want) {
			t.Errorf("a dictionary of %d: got %s, expected %q", size, err, want)
		}
	}
}

func TestXZDictionaryAfterSizes(t *testing.T) {
	head := make([]byte, xzStreamHeaderBytes, 64)
	head = append(head, 2, 0xc0, 0x80, 0x01, 0x05, 0x21, 1, 20) // both sizes present, 4 MiB
	if size, ok := xzDictionary(head); !ok || size != 4<<20 {
		t.Errorf("got %d, %v, expected 4 MiB", size, ok)
	}
}

func TestXZDictionaryOfMalformedHeaders(t *testing.T) {
	for _, block := range []string{"", "\x02", "\x02\x00", "\x02\x00\x21", "\x02\x00\x21\x01", "\x02\x00\x20\x01\x10",
		"\x02\x00\x21\x02\x10", "\x02\x00\x21\x01\xff", "\x02\xc0\x80\x80\x80", "\x02\x40\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x21\x01\x10"} {
		head := append(make([]byte, xzStreamHeaderBytes), block...)
		if size, ok := xzDictionary(head); ok {
			t.Errorf("%q: got %d, expected nothing to be found", block, size)
		}
	}
}
