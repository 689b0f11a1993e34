import { decodeConfigFile, encodeConfigFile } from '../../../protocol/config-file.ts';
import { PosixBoard } from '../../board/posix-board.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { Network } from '../../harness/network/network.ts';
import { BoardOnLine } from '../house/board-on-line.ts';
import { FaultHouse } from '../house/fault-house.ts';
import { GOOD, Wire } from '../machine/wire.ts';
import type { Kind, KindRun } from '../run/kind.ts';
import { pause, until } from '../world.ts';

const BOARDS = 3;
const DESK_LAN = 1;
const PORT = 8080;
/** The hub's two addresses on the wire; it has one at a time. */
const ADDRESSES = ['10.91.2.1', '10.91.2.9'] as const;
const BOARDS_ADDRESS = '10.91.2.2';
const HUB_WIRE = 'wire0';
const BOARDS_WIRE = 'wire1';
const BAD_MS = { least: 200, most: 2_500 };
const FOUND_MS = 30_000;

type Act = (machines: Machines, run: KindRun, ms: number) => Promise<void>;

/** The hub and its boards, each on a machine of their own, with a wire between them. People are at the hub's other network. */
class Machines {
	readonly network = new Network();
	readonly hub = this.network.machine();
	readonly boards = this.network.machine();
	readonly wire: Wire;
	#address = 0;

	private constructor(wire: Wire) {
		this.wire = wire;
	}

	static async start(run: KindRun): Promise<Machines> {
		const wire = await Wire.start([HUB_WIRE, BOARDS_WIRE], run.dice.between(0, 2 ** 31));
		const machines = new Machines(wire);
		const { network, hub, boards } = machines;
		network.connectHere(hub, DESK_LAN);
		network.move(HUB_WIRE, hub, ADDRESSES[0]);
		network.move(BOARDS_WIRE, boards, BOARDS_ADDRESS);
		return machines;
	}

	/** A hub on its machine; it announces itself there. */
	hubProcess(machine: string): HubProcess {
		const hub = new HubProcess({ MOORING_HOST: '0.0.0.0', MOORING_MDNS: 'on' });
		hub.port = PORT;
		hub.host = `10.91.${DESK_LAN}.1`;
		hub.under = this.network.on(machine);
		return hub;
	}

	/** As from a router that was replaced: the addresses of before are worth nothing. */
	async changeAddress(): Promise<void> {
		const before = ADDRESSES[this.#address]!;
		this.#address = 1 - this.#address;
		this.network.address(this.hub, HUB_WIRE, 'del', before);
		this.network.address(this.hub, HUB_WIRE, 'add', ADDRESSES[this.#address]!);
	}

	/** Its config file names both addresses of the hub. */
	async newBoard(name: string): Promise<BoardOnLine> {
		const board = new TravelledBoard('');
		board.under = this.network.on(this.boards);
		return new BoardOnLine(name, board);
	}

	async remove(): Promise<void> {
		this.network.remove();
		await this.wire.remove();
	}
}

/** A board whose config file names the hub at the addresses that it has on the wire. */
class TravelledBoard extends PosixBoard {
	override start(configFile?: Uint8Array, ...more: string[]): this {
		if (!configFile) return super.start(undefined, ...more);
		const config = decodeConfigFile(configFile);
		if (!config.ok) throw new Error(config.error);
		const hubs = ADDRESSES.map((host) => ({ ...config.value.hubs[0]!, host, port: PORT }));
		return super.start(encodeConfigFile({ ...config.value, hubs }), ...more);
	}
}

const ACTS: readonly (readonly [weight: number, fault: string, act: Act])[] = [
	[
		3,
		'packets delayed, and in another order',
		({ wire }, { dice }) => become(wire, { delay: dice.between(5, 250), jitter: dice.between(0, 150) }),
	],
	[3, 'packets lost', ({ wire }, { dice }) => become(wire, { loss: dice.between(1, 40), delay: dice.between(0, 20) })],
	[
		2,
		'packets repeated',
		({ wire }, { dice }) => become(wire, { repeat: dice.between(5, 60), jitter: dice.between(0, 20) }),
	],
	[3, 'wire cut without a word, and back', ({ wire }) => become(wire, { cut: true })],
	[2, "hub's network interface lost, and back", ({ network, hub }, _, ms) => downAndUp(network, hub, HUB_WIRE, ms)],
	[
		2,
		"boards' network interface lost, and back",
		({ network, boards }, _, ms) => downAndUp(network, boards, BOARDS_WIRE, ms),
	],
	[1, "hub's address changed", (machines) => machines.changeAddress()],
];

async function become(wire: Wire, bad: Partial<typeof GOOD>): Promise<void> {
	await wire.become({ ...GOOD, ...bad });
}

async function downAndUp(network: Network, machine: string, name: string, ms: number): Promise<void> {
	network.set(machine, name, 'down');
	await pause(ms);
	network.set(machine, name, 'up');
}

export const network: Kind = {
	name: 'network',
	what: 'real packets between network namespaces: delayed, lost, repeated, cut; interfaces lost and back; a new address; a name conflict',
	missing: () => Wire.missing(),
	async run(run) {
		const machines = await Machines.start(run);
		const hub = machines.hubProcess(machines.hub);
		let house: FaultHouse | undefined;
		try {
			house = await FaultHouse.start(run, { boards: BOARDS, hub, newBoard: (name) => machines.newBoard(name) });
			await conflict(machines, run);
			while (!run.isOver) {
				const ms = run.dice.between(BAD_MS.least, BAD_MS.most);
				const [fault, act] = run.dice.weighed(ACTS.map(([weight, ...rest]) => [weight, () => rest] as const));
				await house.writeDuring(
					async () => {
						await act(machines, run, ms);
						run.inject(fault);
						await pause(ms);
					},
					(stop) => switchAll(house!, stop),
				);
				await machines.wire.become(GOOD);
				await house.allSwitch(fault);
				await house.compare(fault);
			}
			const { lost, repeated, overtaken } = await machines.wire.become(GOOD);
			run.inject('packet lost on the wire', lost);
			run.inject('packet repeated on the wire', repeated);
			run.inject('packet overtaken on the wire', overtaken);
			await house.end('a bad network');
		} finally {
			if (house) await house.remove();
			else await hub.remove();
			await machines.remove();
		}
	},
};

/** Switches go on; on a bad line they may have no answer. */
async function switchAll(house: FaultHouse, stop: { now: boolean }): Promise<void> {
	while (!stop.now) for (const board of house.boards) await house.switches(board);
}

/** Another hub of the same name on the same network: it finds another name. */
async function conflict(machines: Machines, run: KindRun): Promise<void> {
	const other = machines.hubProcess(machines.boards);
	other.host = BOARDS_ADDRESS;
	try {
		await other.start();
		const failure = () => `two hubs of one name: neither took another\n${other.output}`;
		await until(() => other.output.includes('the name is taken on this network'), FOUND_MS, failure);
		run.inject('name of the hub taken on the network (mDNS)');
	} finally {
		await other.remove();
	}
}
