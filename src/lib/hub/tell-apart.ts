import { withoutControls } from '$lib/words/format/isolate.ts';

export interface Alike<Id> {
	id: Id;
	name: string;
	/** what may tell it from another of the same name, the best first; null = it has none of that kind */
	marks: readonly (string | null)[];
}

/** The name of each as it stands in a list: where two have the same, with the first mark that no other one of them has. */
export function tellApart<Id>(
	all: readonly Alike<Id>[],
	marked: (name: string, mark: string) => string,
): Map<Id, string> {
	const byName = new Map<string, Alike<Id>[]>();
	for (const one of all) {
		const key = seen(one.name);
		const same = byName.get(key);
		if (same) same.push(one);
		else byName.set(key, [one]);
	}
	return new Map(
		all.map((one) => {
			const others = byName.get(seen(one.name))!.filter((other) => other !== one);
			const mark = one.marks.find((mark, at) => mark !== null && !others.some(({ marks }) => marks[at] === mark));
			return [one.id, others.length > 0 && mark ? marked(one.name, mark) : one.name];
		}),
	);
}

/** Names that look the same are the same to whoever reads them. */
function seen(name: string): string {
	return withoutControls(name).normalize('NFC').trim().toLowerCase();
}
