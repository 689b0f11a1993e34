/** Who did something, with the names of that moment: people and scenes are renamed and deleted, what they did stays. */
export interface Actor {
	kind: 'person' | 'hub';
	/** null of the hub, and where only the name was kept */
	id: string | null;
	name: string;
	/** the scene by which a person did it */
	via?: { kind: 'scene'; id: string; name: string };
}

/** What happens without a person's doing. */
export const HUB: Actor = { kind: 'hub', id: null, name: '' };

export function personActor({ id, name }: { id: string | null; name: string }): Actor {
	return { kind: 'person', id, name };
}

/** As a card shows it: "Anna", or "Anna (Good night)" of a scene; null of the hub. */
export function shownActor({ kind, name, via }: Actor): string | null {
	if (kind === 'hub') return null;
	return via ? `${name} (${via.name})` : name;
}
