/** Who did something, with the names of that moment: the log outlives a renamed or deleted person or scene. */
export interface Actor {
	kind: 'person' | 'hub';
	/** null for the hub, or when only the name is known */
	id: string | null;
	name: string;
	/** the scene by which a person did it */
	via?: { kind: 'scene'; id: string; name: string };
	/** the name of the API token by which they asked */
	token?: string;
}

/** The actor of what happens automatically. */
export const HUB: Actor = { kind: 'hub', id: null, name: '' };

export function personActor({ id, name }: { id: string | null; name: string }): Actor {
	return { kind: 'person', id, name };
}

/** Text on a card: "Anna", or "Anna (Good night)" for a scene; null for the hub. */
export function shownActor({ kind, name, via }: Actor): string | null {
	if (kind === 'hub') return null;
	return via ? `${name} (${via.name})` : name;
}
