import { tick } from 'svelte';

/** Moving an element in the page takes the focus away, so it is given back to the button that was pressed. */
export async function keepFocus(): Promise<void> {
	const focused = document.activeElement?.id;
	await tick();
	if (focused) document.getElementById(focused)?.focus();
}
