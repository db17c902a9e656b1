package conformance

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Compare puts the answers of a page and of a server to one request side by side, in every field by which targets are
// compared. The request is of kind [protocol.OpRun]; an answer with other than an outcome for each of its programs is an
// error.
func Compare(request protocol.Request, page, server protocol.Response) ([]protocol.ComparedField, error) {
	for name, response := range map[string]protocol.Response{"page": page, "server": server} {
		if len(response.Outcomes) != len(request.Programs) {
			return nil, fmt.Errorf("comparing: the %s's answer has %d outcomes, expected %d: one for each program", name, len(response.Outcomes), len(request.Programs))
		}
	}
	here, there := observe(newResult(page, 0)), observe(newResult(server, 0))
	var fields []protocol.ComparedField
	for _, pair := range here.pairs(there)[1:] { // the number of runs is known to be the same
		name := FieldDifference{Field: pair.field, Run: pair.run}.String()
		fields = append(fields, protocol.ComparedField{
			Field: name, Page: protocol.Text(pair.want), Server: protocol.Text(pair.got), Differs: pair.want != pair.got,
		})
	}
	return fields, nil
}
