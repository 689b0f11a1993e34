import { CuttingProxy } from '../../board/cutting-proxy.ts';
import { PosixBoard } from '../../board/posix-board.ts';

/** A board of its own process, and the line between it and the hub. Without a proxy it is connected directly. */
export class BoardOnLine {
	readonly name: string;
	readonly board: PosixBoard;
	readonly proxy: CuttingProxy | undefined;
	/** its device, once it is claimed */
	id = '';

	constructor(name: string, board: PosixBoard, proxy?: CuttingProxy) {
		this.name = name;
		this.board = board;
		this.proxy = proxy;
	}

	/** Its line waits while the hub is away, so that it is back as soon as the hub is. */
	static async behindProxy(name: string, hubPort: number): Promise<BoardOnLine> {
		const proxy = await CuttingProxy.start(hubPort);
		return new BoardOnLine(name, new PosixBoard(proxy.address), proxy);
	}

	async remove(): Promise<void> {
		await this.board.remove();
		this.proxy?.close();
	}
}
