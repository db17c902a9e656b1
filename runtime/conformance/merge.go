package conformance

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// ReadMatrix reads what a matrix is as JSON. The name is for errors.
func ReadMatrix(name string, data []byte) (*Matrix, error) {
	var m Matrix
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("reading report %s: %w", name, err)
	}
	if m.Format != MatrixFormat {
		return nil, fmt.Errorf("reading report %s: its format is %q, expected %q", name, m.Format, MatrixFormat)
	}
	return &m, nil
}

// Merge puts together what ran in parts: shards, targets, or both. All parts must have run the same artifact; a test that ran
// twice on a target, and a shard of a target that is missing, are errors. Targets are compared anew, with the first one.
func Merge(parts []*Matrix, known *KnownDifferences) (*Matrix, error) {
	if len(parts) == 0 {
		return nil, fmt.Errorf("merging reports: there is none")
	}
	var reports []*Report
	index := make(map[string]*Report)
	shards := make(map[string][]string)
	seen := make(map[string]bool)
	for _, part := range parts {
		if part.ArtifactSHA256 != parts[0].ArtifactSHA256 {
			return nil, fmt.Errorf("merging reports: they are of different artifacts, %.12s and %.12s", parts[0].ArtifactSHA256, part.ArtifactSHA256)
		}
		for _, report := range part.Targets {
			merged := index[report.Target]
			if merged == nil {
				merged = &Report{Target: report.Target}
				index[report.Target] = merged
				reports = append(reports, merged)
			}
			for _, c := range report.Cases {
				key := report.Target + "\x00" + c.Suite + "\x00" + c.Name
				if seen[key] {
					return nil, fmt.Errorf("merging reports: %s/%s ran twice on %s", c.Suite, c.Name, report.Target)
				}
				seen[key] = true
			}
			merged.add(report)
			shards[report.Target] = append(shards[report.Target], part.Shard)
		}
	}
	for _, report := range reports {
		if err := checkShards(report.Target, shards[report.Target]); err != nil {
			return nil, fmt.Errorf("merging reports: %w", err)
		}
		slices.SortStableFunc(report.Cases, func(a, b CaseReport) int {
			return strings.Compare(a.Suite+"\x00"+a.Name, b.Suite+"\x00"+b.Name)
		})
	}
	return NewMatrix(parts[0].ArtifactSHA256, "", reports, known), nil
}

// add adds what ran elsewhere on the same target.
func (r *Report) add(other *Report) {
	r.Cases = append(r.Cases, other.Cases...)
	r.Elapsed += other.Elapsed
	if other.Error != "" {
		r.Error = other.Error
	}
}

// checkShards checks that shards together are the whole.
func checkShards(target string, shards []string) error {
	if len(shards) == 1 && shards[0] == "" {
		return nil
	}
	have := make(map[int]bool)
	count := 0
	for _, text := range shards {
		if text == "" {
			return fmt.Errorf("%s: a report of all tests is among those of shards", target)
		}
		shard, err := ParseShard(text)
		if err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
		if count != 0 && shard.Count != count {
			return fmt.Errorf("%s: there are shards of %d and of %d", target, count, shard.Count)
		}
		count = shard.Count
		have[shard.Index] = true
	}
	for i := 1; i <= count; i++ {
		if !have[i] {
			return fmt.Errorf("%s: shard %d/%d is missing", target, i, count)
		}
	}
	return nil
}
