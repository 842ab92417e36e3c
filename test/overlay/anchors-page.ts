/** A page on which elements stand in every way that can carry heat astray. */
export const ANCHORS_PAGE = `
<style>
  body { font: 16px sans-serif; }
  button { width: 120px; height: 40px; margin: 0; padding: 0; border: 0; }
  section { padding: 30px; }
  #fixed { position: fixed; right: 20px; top: 300px; }
  #sticky { position: sticky; top: 10px; height: 60px; width: 300px; }
  #turned { transform: translate(80px, 10px) rotate(30deg); }
  #zoomed { zoom: 1.5; }
  #area { height: 200px; width: 300px; overflow: auto; position: relative; }
  #area div { height: 40px; }
  #virtual { height: 200px; width: 300px; overflow: auto; position: relative; }
  #virtual > div { height: 20000px; position: relative; }
  #virtual p { position: absolute; margin: 0; height: 40px; width: 200px; }
  .gap { height: 500px; }
</style>
<button id="fixed">Fixed</button>
<section><button class="twin" style="display:none">a</button> <button class="twin" id="shown-twin">b</button></section>
<section><button class="twice">a</button> <button class="twice" id="second">b</button></section>
<div hidden><button id="in-closed-menu">Closed</button></div>
<section><x-card id="open"></x-card></section>
<section><x-card id="closed" style="display:block;position:relative;height:60px"></x-card></section>
<section><iframe id="frame" style="width:300px;height:150px;border:5px solid"></iframe></section>
<section><button id="turned">Turned</button></section>
<section><button id="zoomed">Zoomed</button></section>
<section id="rtl" dir="rtl"><button>Right</button></section>
<section><ul id="list">${'<li><button>Row</button></li>'.repeat(5)}</ul></section>
<section><div id="area">${Array.from({ length: 40 }, (_, i) => `<div id="row-${i}">Row ${i}</div>`).join('')}</div></section>
<section><div id="virtual"><div></div></div></section>
<div class="gap"></div>
<div style="height:1200px"><div id="sticky"><button>Sticky</button></div></div>
<div style="height:1500px"></div>
<script>
  document.querySelector('#open').attachShadow({ mode: 'open' }).innerHTML =
    '<style>button{width:120px;height:40px}</style><div class="inner"><button>Open</button></div>';
  document.querySelector('#closed').attachShadow({ mode: 'closed' }).innerHTML =
    '<button style="position:absolute;left:20px;top:10px;width:120px;height:40px">Closed</button>';
  const inFrame = document.querySelector('#frame').contentDocument;
  inFrame.body.innerHTML =
    '<div style="height:80px"></div><button id="in-frame" style="width:120px;height:40px">In</button><div style="height:900px"></div>';
  const list = document.querySelector('#virtual');
  const rows = Array.from({ length: 8 }, () => list.firstElementChild.appendChild(document.createElement('p')));
  const place = () => {
    const first = Math.floor(list.scrollTop / 40);
    rows.forEach((row, i) => {
      row.dataset.item = String(first + i);
      row.textContent = 'Item ' + (first + i);
      row.style.top = (first + i) * 40 + 'px';
    });
  };
  list.addEventListener('scroll', place);
  place();
</script>`;
