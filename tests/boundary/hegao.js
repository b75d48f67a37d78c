// The built package, loaded once for the tests of a file.
import { readFileSync } from 'node:fs';
import * as hegao from '../../pkg/hegao.js';

hegao.initSync({ module: readFileSync(new URL('../../pkg/hegao_bg.wasm', import.meta.url)) });

export const { check, Checker, standards, rules, skeleton, validateStandard } = hegao;
