/** Gives the browser a file to save, as a link with `download` does. */
export function saveFile(name: string, content: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	// The browser has taken the content when it next does something else.
	setTimeout(() => URL.revokeObjectURL(link.href));
}
