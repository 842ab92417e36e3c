import { findRecorders } from '../../page/probe/find-recorders';
import { startProbe } from '../../page/probe/main/probe';

/** Runs in the page's own world of every document, before its scripts; believed no more than the page. */
startProbe(window, findRecorders);
