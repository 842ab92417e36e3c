/** How an own banner looks, wherever it stands. */
export const NOTICE_STYLE = `
.notice { position: fixed; z-index: 90; box-sizing: border-box; padding: 20px 24px; background: #fffdf8;
  color: #22301f; border: 1px solid #d9dccb; border-radius: 14px; box-shadow: 0 14px 44px #1d2a1838;
  font: 15px/1.5 system-ui, 'Noto Sans', sans-serif; }
.notice.card { left: 24px; bottom: 24px; width: 400px; max-width: calc(100vw - 48px); }
.notice.bar { left: 0; right: 0; bottom: 0; border-radius: 0; border-width: 1px 0 0; display: flex; gap: 32px;
  align-items: center; }
.notice.bar .said { flex: 1; }
.notice.centre { left: 50%; top: 50%; width: 520px; max-width: calc(100vw - 48px); transform: translate(-50%, -50%); }
.notice h2 { margin: 0 0 6px; font-size: 18px; line-height: 1.3; }
.notice p { margin: 0 0 10px; }
.notice .more a { color: #22533a; }
.row { display: flex; flex-wrap: wrap; gap: 10px; font: 15px/1.5 system-ui, 'Noto Sans', sans-serif; }
.bar .row, .row.bar { flex-wrap: nowrap; }
.row button, .row .like-button { box-sizing: border-box; min-width: 116px; padding: 10px 18px; border-radius: 9px;
  font: 600 15px/1.3 system-ui, 'Noto Sans', sans-serif; text-align: center; cursor: pointer; }
.row .main { border: 1px solid #22533a; background: #22533a; color: #fff; }
.row .plain { border: 1px solid #9aa58f; background: transparent; color: #22301f; }
.row .as-link { border: 0; min-width: 0; padding: 10px 4px; background: none; color: #22533a;
  font-weight: 400; text-decoration: underline; }
.row .small { min-width: 0; padding: 4px 9px; font-size: 11px; align-self: center; }
.row .pale { border-color: #f1f2e9; background: #f1f2e9; color: #22301f; }
.row .faint { color: #5d8a72; }
.row button:focus-visible, .notice a:focus-visible { outline: 3px solid #e0a21b; outline-offset: 2px; }
.cross { position: absolute; top: 10px; right: 12px; width: 32px; height: 32px; border: 0; background: none;
  color: #22301f; font-size: 22px; line-height: 1; cursor: pointer; }
.cross + .said h2 { padding-right: 28px; }
.purposes { margin: 8px 0 18px; }
.purpose { display: flex; gap: 16px; align-items: center; justify-content: space-between; padding: 12px 0;
  border-top: 1px solid #e4e6d9; }
.purpose b, .purpose small { display: block; }
.purpose small { color: #55614f; font-size: 13px; }
.purpose input { flex: none; width: 22px; height: 22px; accent-color: #22533a; }
dialog.around { border: 0; padding: 0; background: none; }
dialog.around::backdrop { background: #16201366; }
`;
