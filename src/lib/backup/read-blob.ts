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
