import { Buffer } from 'node:buffer';
import { boardSuite } from '../board/suite/board-suite.ts';
import { BoardCommand } from '../harness/board-command.ts';

boardSuite({
	name: 'a virtual board',
	make: (hub) => new BoardCommand(hub),
	image: () => Buffer.alloc(60_001, 7),
});
