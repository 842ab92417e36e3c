import { describe, expect, it } from 'vitest';
import { classesOf } from './test-field';

describe('what the law protects most, by its label', () => {
  it.each([
    [
      'health',
      [
        'Medical conditions',
        'Krankenkasse',
        'Maladies',
        'Alergias',
        'Gruppo sanguigno',
        'Doenças',
        'Ziekte',
        'Choroby',
        'Blodgrupp',
        'Sairaudet',
        'Hastalık',
        'Диагноз',
        '血型',
      ],
    ],
    [
      'religion',
      [
        'Religion',
        'Religionszugehörigkeit',
        'Convictions religieuses',
        'Creencias religiosas',
        'Religione',
        'Religião',
        'Godsdienst',
        'Wyznanie',
        'Náboženství',
        'Uskonto',
        'Вероисповедание',
        'Θρησκεία',
        'الديانة',
        '宗教',
        '종교',
      ],
    ],
    [
      'ethnicity',
      [
        'Ethnicity',
        'Ethnische Herkunft',
        'Origine ethnique',
        'Origen étnico',
        'Gruppo etnico',
        'Origem étnica',
        'Etniciteit',
        'Pochodzenie etniczne',
        'Etnický původ',
        'Etniskt ursprung',
        'Etnik köken',
        'Национальность',
        '人種',
        '민족',
      ],
    ],
    [
      'politics',
      [
        'Political opinions',
        'Parteizugehörigkeit',
        'Opinions politiques',
        'Opiniones políticas',
        'Orientamento politico',
        'Opinião política',
        'Politieke voorkeur',
        'Poglądy polityczne',
        'Politické názory',
        'Politisk åsikt',
        'Siyasi görüş',
        'Политические взгляды',
        '政治面貌',
        '정치적 견해',
      ],
    ],
    [
      'union',
      [
        'Trade union membership',
        'Gewerkschaftszugehörigkeit',
        'Appartenance syndicale',
        'Afiliación sindical',
        'Sindacato',
        'Filiação sindical',
        'Vakbond',
        'Związek zawodowy',
        'Fackförbund',
        'Fagforening',
        'Ammattiliitto',
        'Sendika',
        'Членство в профсоюзе',
        '労働組合',
      ],
    ],
    [
      'sexuality',
      [
        'Sexual orientation',
        'Sexuelle Orientierung',
        'Orientation sexuelle',
        'Orientación sexual',
        'Orientamento sessuale',
        'Orientação sexual',
        'Seksuele geaardheid',
        'Orientacja seksualna',
        'Sexuální orientace',
        'Sexuell läggning',
        'Cinsel yönelim',
        'Сексуальная ориентация',
        '性的指向',
        '성적 지향',
      ],
    ],
    [
      'biometric',
      [
        'Fingerprint',
        'Fingerabdruck',
        'Empreinte digitale',
        'Huella dactilar',
        'Impronte digitali',
        'Impressão digital',
        'Vingerafdruk',
        'Odcisk palca',
        'Otisk prstu',
        'Fingeravtryck',
        'Parmak izi',
        'Отпечатки пальцев',
        '指紋',
        '지문',
        'DNA',
        'Genetic data',
      ],
    ],
  ] as const)('%s', (pii, labels) => {
    expect(labels.map((label) => [label, ...classesOf({ label })])).toEqual(
      labels.map((label) => [label, pii]),
    );
  });
});

describe('by its choices', () => {
  it('knows lists whose label says nothing', () => {
    expect(
      classesOf(
        { tag: 'select', options: ['Choose', 'Christian', 'Muslim', 'Hindu', 'Jewish', 'Other'] },
        {
          tag: 'select',
          options: ['White', 'Black or African American', 'Asian', 'Hispanic or Latino'],
        },
        { type: 'radio', name: 'q7', options: ['Heterosexual', 'Gay', 'Bisexual', 'Other'] },
      ),
    ).toEqual(['religion', 'ethnicity', 'sexuality']);
  });

  it('takes colours, countries and diets for none of them', () => {
    expect(
      classesOf(
        { tag: 'select', label: 'Colour', options: ['White', 'Black', 'Red', 'Blue'] },
        { tag: 'select', label: 'Hair', options: ['Straight', 'Curly', 'Wavy'] },
        { label: 'Union Square' },
        { label: 'Party size', type: 'number' },
      ),
    ).toEqual([null, null, null, null]);
  });

  it('knows them among checkboxes and in long texts', () => {
    expect(
      classesOf(
        { type: 'checkbox', label: 'Trade union member' },
        { tag: 'textarea', label: 'Religious beliefs' },
      ),
    ).toEqual(['union', 'religion']);
  });
});
