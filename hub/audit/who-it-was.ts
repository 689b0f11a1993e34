/**
 * What switches a relay by a scene is shown as "Anna (Good night)": in the log that is a person and a scene, so that who
 * asks for Anna's entries gets these too.
 */
export function whoItWas(
	by: string | null,
	scenes: Iterable<{ name: string }>,
): { person: string | null; details: { scene?: string } } {
	for (const { name } of scenes) {
		const suffix = ` (${name})`;
		if (by?.endsWith(suffix)) return { person: by.slice(0, -suffix.length), details: { scene: name } };
	}
	return { person: by, details: {} };
}
