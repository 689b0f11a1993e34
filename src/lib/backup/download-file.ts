/** Gives the browser a file to save, as a link with `download` does. */
export function saveFile(name: string, content: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	// The browser has taken the content when it next does something else.
	setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Reads an answer whose length is not known before its end, and tells how much has come. */
export async function readBlob(answer: Response, progress: (bytes: number) => void): Promise<Blob> {
	const reader = answer.body!.getReader();
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	for (let bytes = 0; ;) {
		const { value, done } = await reader.read();
		if (done) return new Blob(pieces);
		pieces.push(value);
		progress((bytes += value.length));
	}
}
