/** Reads what tells one browser from another, and keeps it in a cookie's stead. */
export function fingerprint(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.textBaseline = 'top';
      pen.font = '14px "Arial"';
      pen.fillStyle = '#f60';
      pen.fillRect(125, 1, 62, 20);
      pen.fillStyle = '#069';
      pen.fillText('Cwm fjordbank glyphs vext quiz, 😃', 2, 15);
    }
    const picture = canvas.toDataURL();
    const gl = document.createElement('canvas').getContext('webgl');
    const debug = gl?.getExtension('WEBGL_debug_renderer_info');
    const card = debug ? String(gl?.getParameter(debug.UNMASKED_RENDERER_WEBGL)) : '';
    const fonts = FONTS.filter((font) => document.fonts.check(`12px "${font}"`));
    const parts = [
      picture,
      card,
      ...fonts,
      [...navigator.plugins].map(({ name }) => name).join(),
      navigator.hardwareConcurrency,
      `${screen.width}x${screen.height}x${screen.colorDepth}`,
      new Date().getTimezoneOffset(),
    ];
    let hash = 0;
    for (const char of parts.join('|')) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) | 0;
    document.documentElement.dataset.visitor = (hash >>> 0).toString(16);
  });
}

const FONTS = [
  'Arial Black',
  'Calibri',
  'Cambria',
  'Comic Sans MS',
  'Consolas',
  'Futura',
  'Garamond',
  'Geneva',
  'Helvetica Neue',
  'Menlo',
  'Monaco',
  'Palatino',
  'Segoe UI',
  'Tahoma',
  'Verdana',
];
