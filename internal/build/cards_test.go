package build_test

func init() {
	readings["cards are chosen by several facets at once"] = func(r *reader) {
		r.open("/cards/")
		r.want(`[...document.querySelectorAll(".facets [data-facet]")].every((e) => e.tagName === "BUTTON")`, "true")
		before := r.text(`history.length`)
		r.text(`document.querySelector('[data-facet="for:child"]').click()`)
		r.wait(`location.search === "?for=child"`)
		r.text(`document.querySelector('[data-facet="move:own"]').click()`)
		r.wait(`location.search === "?for=child&move=own"`)
		const truth = `(() => {
			const shown = [...document.querySelectorAll("#found > .tiles > li")].filter((li) => li.checkVisibility());
			const right = shown.every((li) => li.querySelector("[data-marks]").dataset.marks.includes("for:child") && li.querySelector("[data-marks]").dataset.marks.includes("move:own"));
			const empty = [...document.querySelectorAll(".facets button")].filter((b) => !b.disabled && b.lastElementChild.textContent === "0");
			return [shown.length > 3, right, empty.length, document.getElementById("count").textContent.trim() === "Cards: " + shown.length + " · Child · Own"];
		})()`
		r.want(truth, "true,true,0,true")
		// Each number is what one gets.
		r.want(`(async () => {
			const wrong = [];
			for (const b of [...document.querySelectorAll('[data-facet^="when:"]:not(:disabled)')].slice(0, 3)) {
				const n = b.lastElementChild.textContent;
				b.click();
				await new Promise((go) => setTimeout(go, 20));
				if ([...document.querySelectorAll("#found > .tiles > li")].filter((li) => li.checkVisibility()).length !== +n) wrong.push(b.dataset.facet);
				b.click();
				await new Promise((go) => setTimeout(go, 20));
			}
			return wrong.length;
		})()`, "0")
		r.open("/cards/?for=child&move=own&nonsense=1")
		r.wait(`document.querySelector('[data-facet="move:own"]').ariaPressed === "true"`)
		r.want(truth, "true,true,0,true")
		r.tap("#clear")
		r.wait(`location.search === ""`)
		r.want(`[document.getElementById("clear").hidden, document.activeElement.closest("#facets") !== null]`, "true,true")
		r.want(`history.length - `+before, "1")
	}
	readings["a list's own facet stays, others narrow it"] = func(r *reader) {
		r.open("/cards/for/child/")
		r.want(`[document.querySelector('[data-facet="for:partner"]').tagName, document.querySelector('[data-facet="move:own"]').tagName]`, "A,BUTTON")
		r.text(`document.querySelector('[data-facet="move:own"]').click()`)
		r.wait(`document.querySelector('[data-facet="for:partner"]').search === "?move=own"`)
	}
	readings["facets without scripts are lists"] = func(r *reader) {
		r.scriptless()
		r.open("/cards/")
		r.want(`[...document.querySelectorAll(".js")].filter((e) => e.checkVisibility()).length`, "0")
		r.want(`document.querySelectorAll(".facets a[data-facet]").length > 20`, "true")
	}
}
