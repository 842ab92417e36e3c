import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPoser } from './pose';

const SIZE = { width: 800, height: 600 };

/** A page, as it stands after its own scripts have run, and whoever poses it. */
function pose(html: string) {
  document.body.innerHTML = html;
  window.scrollTo = vi.fn();
  const own = document.createElement('div');
  own.style.position = 'fixed';
  document.documentElement.append(own);
  const life = new AbortController();
  const poser = createPoser(window, own, life.signal);
  const element = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`no #${id}`);
    return found;
  };
  return { poser, own, life, element, html: () => document.body.innerHTML };
}

afterEach(() => {
  vi.useRealTimers();
  document.documentElement.querySelectorAll(':scope > div').forEach((each) => {
    each.remove();
  });
});

describe('a page held still for a picture', () => {
  const PAGE =
    '<header id="head" style="position: sticky; top: 0px">h</header><nav id="nav" style="position: fixed">n</nav><p>text</p>';

  it('shows what is fixed in the first piece alone, and the overlay in all of them', () => {
    const { poser, own, element } = pose(PAGE);
    poser.at(0, SIZE);
    expect(element('nav').style.opacity).toBe('');
    poser.at(600, SIZE);
    expect(element('nav').style.opacity).toBe('0');
    expect(own.getAttribute('style')).toBe('position: fixed;');
    poser.end();
  });

  it('lays what sticks where it belongs, and puts every style back as it was written', () => {
    const { poser, element, html } = pose(PAGE);
    poser.at(0, SIZE);
    expect(element('head').style.position).toBe('relative');
    expect(element('head').style.top).toBe('auto');
    poser.at(600, SIZE);
    poser.end();
    expect(html()).toBe(PAGE);
  });

  it('finds what becomes fixed only once the page has moved', () => {
    const { poser, element } = pose('<div id="bar">b</div>');
    poser.at(600, SIZE);
    element('bar').style.position = 'fixed';
    poser.hold();
    expect(element('bar').style.opacity).toBe('0');
    poser.end();
    expect(element('bar').getAttribute('style')).toBe('position: fixed;');
  });

  it('is not stopped by a form with a field named style', () => {
    const page = '<form id="form" style="position: sticky"><input name="style"></form>';
    const { poser, html } = pose(page);
    poser.at(0, SIZE);
    poser.end();
    expect(html()).toBe(page);
  });

  it('is put back where nobody asks for the next piece, and at the end of the overlay', () => {
    vi.useFakeTimers();
    const left = pose(PAGE);
    left.poser.at(600, SIZE);
    vi.advanceTimersByTime(61_000);
    expect(left.html()).toBe(PAGE);
    vi.useRealTimers();
    const ended = pose(PAGE);
    ended.poser.at(600, SIZE);
    ended.life.abort();
    expect(ended.html()).toBe(PAGE);
  });
});
