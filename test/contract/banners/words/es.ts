import type { Words } from './words';

export const es: Words = {
  site: {
    title: 'Semillas que conocen tu clima',
    lead: 'Cultivamos, secamos y envasamos cada variedad, y en cada bolsa indicamos cuándo sembrarla donde vives.',
    cards: [
      ['Habas', 'Se siembran desde octubre. Aguantan la helada y maduran en junio.'],
      ['Guisantes de olor', 'Déjalos en remojo una noche y plántalos junto a una valla al sur.'],
      ['Ajo', 'De un diente sale una cabeza. Plántalo antes de las heladas fuertes.'],
    ],
    second: 'Calendario de siembra',
    secondText: 'Qué se siembra este mes, bancal por bancal.',
    back: 'Volver a la tienda',
    privacyText: 'Aquí explicamos qué datos usa esta tienda, para qué y durante cuánto tiempo.',
    chat: '¿Preguntas? Escríbenos',
    signIn: 'Iniciar sesión',
    email: 'Correo electrónico',
    password: 'Contraseña',
  },
  banner: {
    title: '¿Podemos ver cómo se usa la tienda?',
    text: 'Con tu consentimiento hacemos grabaciones de sesiones: qué páginas abres, dónde haces clic y hasta dónde te desplazas. Así vemos lo que no funciona.',
    unnamed: 'Con tu consentimiento usamos cookies para contar las visitas y mejorar la tienda.',
    accept: 'Aceptar',
    reject: 'Rechazar',
    settings: 'Configuración',
    save: 'Guardar mi selección',
    close: 'Cerrar',
    closeAccepts: 'Aceptar y cerrar',
    ok: 'Vale',
    later: 'Preguntar más tarde',
    policy: 'Política de privacidad',
    reopen: 'Configurar cookies',
  },
  purposes: {
    essential: ['Necesarias', 'Cesta e inicio de sesión. Siempre activas.'],
    recording: [
      'Grabación de sesiones',
      'Graba los clics y el desplazamiento, con los textos ocultos.',
    ],
    statistics: ['Estadísticas', 'Cuenta visitas y páginas.'],
    bundled: ['Estadísticas y grabación de sesiones', 'Cuenta visitas y graba sesiones.'],
    interest: [
      'Interés legítimo: ofertas personalizadas',
      'Nos basamos en nuestro interés legítimo salvo que te opongas.',
    ],
  },
};
