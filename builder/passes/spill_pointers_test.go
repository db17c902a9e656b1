package passes

// spillOptions are those of the golden cases and random modules.
var spillOptions = Options{Collectors: []string{"collect"}}
