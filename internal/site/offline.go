package site

// planOffline plans the page where a reader may keep the guide on a device, where the guide allows that.
func (l *language) planOffline() {
	if !l.site.Config.Offline {
		return
	}
	page := &Page{Path: l.prefix + "/offline/", Template: "offline", Title: l.word("offline-title"), Description: l.word("offline-lead"), Indexable: true}
	l.add(page, "/offline/", func(p *Page) any { return &OfflineView{Frame: l.frame(p, ""), Lead: p.Description} })
}
