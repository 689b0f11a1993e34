import { describe } from 'vitest';
import { linesAreTests } from './cpp-program.ts';

// The core's own tests are C++, and run wherever the core does.

describe('the core', () => linesAreTests('core-tests'));
