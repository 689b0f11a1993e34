import { withoutControls } from '$lib/words/format/isolate.ts';

export interface Named<Id> {
	id: Id;
	name: string;
	/** marks that may distinguish it from another of the same name, the best first; null: it has no such mark */
	marks: readonly (string | null)[];
}

/** The name of each for a list. Where several have the same name, each gets the first mark that no other of them has. */
export function tellApart<Id>(
	all: readonly Named<Id>[],
	marked: (name: string, mark: string) => string,
): Map<Id, string> {
	const byName = new Map<string, Named<Id>[]>();
	for (const one of all) {
		const key = visibleForm(one.name);
		const same = byName.get(key);
		if (same) same.push(one);
		else byName.set(key, [one]);
	}
	return new Map(
		all.map((one) => {
			const others = byName.get(visibleForm(one.name))!.filter((other) => other !== one);
			const mark = one.marks.find((mark, at) => mark !== null && !others.some(({ marks }) => marks[at] === mark));
			return [one.id, others.length > 0 && mark ? marked(one.name, mark) : one.name];
		}),
	);
}

/** The same for all names that look the same to a reader. */
function visibleForm(name: string): string {
	return withoutControls(name).normalize('NFC').trim().toLowerCase();
}
