import { createHash, randomBytes } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { beforeEach, describe, expect, it } from 'vitest';
import { OtaBeginSchema, OtaChunkSchema } from '../../protocol/device_pb.ts';
import { Update } from './update.ts';

const IMAGE = randomBytes(2_500);
const PIECE_BYTES = 960;

let update: Update;
beforeEach(() => {
	update = new Update();
});

function announced(image: Uint8Array = IMAGE, size = image.length) {
	return create(OtaBeginSchema, { version: '2.0.0', size, sha256: createHash('sha256').update(image).digest() });
}

const piece = (offset: number, data = IMAGE.subarray(offset, offset + PIECE_BYTES)) =>
	update.chunk(create(OtaChunkSchema, { offset, data }));

function takeAll(from = 0): void {
	for (let offset = from; offset < IMAGE.length; offset += PIECE_BYTES) piece(offset);
}

describe('Update', () => {
	it('takes an image piece by piece, says how far it is, and is done when its hash is right', () => {
		expect(update.begin(announced())).toEqual({ nextOffset: 0, error: '', done: false });
		expect(piece(0).nextOffset).toBe(960);
		takeAll(960);
		expect(update.end()).toEqual({ progress: { nextOffset: 2_500, error: '', done: true }, version: '2.0.0' });
	});

	it('goes on where it was after a lost link, and drops what comes out of turn', () => {
		update.begin(announced());
		piece(0);
		expect(piece(1_920).nextOffset).toBe(960);
		expect(piece(0).nextOffset).toBe(960);
		expect(update.begin(announced()).nextOffset).toBe(960);
		takeAll(960);
		expect(update.end().version).toBe('2.0.0');
	});

	it('begins anew with another image, and after an image that it took', () => {
		update.begin(announced());
		takeAll();
		expect(update.begin(announced(randomBytes(2_500))).nextOffset).toBe(0);
		update.begin(announced());
		takeAll();
		update.end();
		expect(update.begin(announced()).nextOffset).toBe(0);
	});

	it('switches to nothing whose hash is another one, and begins anew', () => {
		update.begin(announced(randomBytes(2_500)));
		takeAll();
		expect(update.end()).toEqual({
			progress: { nextOffset: 0, error: 'The image is damaged: its SHA-256 is another one.', done: false },
		});
		expect(update.begin(announced()).nextOffset).toBe(0);
	});

	it.each([
		['is empty', new Uint8Array(), 0],
		['is larger than any chip’s room', IMAGE, 0x1e_0001],
	])('refuses an image that %s', (_, image, size) => {
		expect(update.begin(announced(image, size)).error).toBe('The image does not fit this board.');
		expect(piece(0).error).toBe('No update has begun.');
	});

	it('refuses more than was announced, and an end before it is all there', () => {
		update.begin(announced(IMAGE, 1_000));
		piece(0);
		expect(update.end()).toEqual({ progress: { nextOffset: 960, error: '', done: false } });
		expect(piece(960).error).toBe('The image is longer than was announced.');
		expect(update.end().progress.error).toBe('No update has begun.');
	});
});
