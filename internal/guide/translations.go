package guide

import "github.com/amends-guide/amends/internal/report"

// pair joins each entry with its translations: the entries of its kind and id in the other languages.
func (j *joiner) pair() {
	langs := j.Config.Languages
	if len(langs) < 2 {
		return
	}
	for i := range j.entries {
		e := &j.entries[i]
		for lang := range langs {
			if langs[lang].Tag == e.Lang {
				continue
			}
			if other := j.in(lang, e.Kind, e.ID); other != nil {
				e.Others = added(&j.entryLists, e.Others, other)
			}
		}
		if e.Lang != langs[0].Tag && j.in(0, e.Kind, e.ID) == nil {
			j.orphan(e)
		}
	}
}

// orphan tells of an entry that the default language does not have: most likely a file renamed on one side only.
func (j *joiner) orphan(e *Entry) {
	var ids []string
	for i := range j.entries {
		if other := &j.entries[i]; other.Kind == e.Kind && other.Lang == j.defaultTag() {
			ids = append(ids, other.ID)
		}
	}
	original := Place{j.defaultTag(), e.Kind, e.ID}
	problem := report.New("translation-without-original", report.Pos{File: e.Doc.File}, "there is no %s", original.File())
	if why, left := j.whyOut(original); why == unread {
		return
	} else if left {
		problem = report.New("translation-without-original", report.Pos{File: e.Doc.File}, "%s %s", original.File(), leftOutFor[why][0])
	}
	j.tell(problem.Hinted(didYouMean(e.ID, ids)))
}
