// Every page that axe sees at all widths, in both schemes and languages, and who opens it.
export const S = '/s/rooted-leaders-2025';

const everyone = [
  '/',
  '/me',
  '/me/confirm',
  '/opportunities',
  '/programs',
  '/programs/rooted-leaders',
  '/cohorts/rooted-leaders-2025',
];

const seeing = [S];

export const running = [
  S,
  `${S}/applications`,
  `${S}/applications/D-0002`,
  `${S}/selection`,
  `${S}/invitations`,
  `${S}/decisions`,
  `${S}/applications?state=late`,
  `${S}/applications/export?purpose=scores`,
  `${S}/cohort`,
  `${S}/teams`,
  `${S}/roles`,
  `${S}/set-up`,
  `${S}/composer`,
  `${S}/composer/2`,
  `${S}/composer/compare`,
  `${S}/pool-report`,
  '/me/history',
  `${S}/gatherings`,
  `${S}/gatherings/1`,
  `${S}/gatherings/3`,
  `${S}/library`,
  `${S}/library/2`,
  `${S}/curriculum`,
];

const hosting = [
  `${S}/library/16`,
  `${S}/library/16/edit`,
  `${S}/library-lists`,
  `${S}/gatherings/2/cards`,
  `${S}/gatherings/1/packet`,
  `${S}/spaces`,
  `${S}/pulse`,
  `${S}/season-plan`,
  `${S}/gatherings/2/agenda/1`,
  `${S}/gatherings/2/attendance/1`,
  `${S}/met`,
  `${S}/agreements`,
  `${S}/celebrations`,
  '/me/calendar',
];

export const leading = [
  ...hosting,
  `${S}/leaving`,
  `${S}/listings`,
  `${S}/new-listing`,
  `${S}/new-card`,
  `${S}/sources`,
  '/s/meeting-craft-2025/registration',
  `${S}/new-gathering`,
  `${S}/gatherings/3/edit`,
  `${S}/selection/goals`,
  `${S}/import`,
  `${S}/call`,
  `${S}/readers`,
  `${S}/readers?ask=close`,
  `${S}/rubric`,
  `${S}/calibration`,
  `${S}/letters`,
  `${S}/returned-email`,
  `${S}/pool-report/themes`,
];

const taking = [
  `${S}/library`,
  `${S}/library/7`,
  `${S}/library/13`,
  `${S}/library/14/mine`,
  `${S}/gatherings/1/packet`,
  `${S}/gatherings/1/travel`,
  `${S}/gatherings/6/travel`,
  '/peers',
  `${S}/spaces`,
  `${S}/pulse`,
  `${S}/gatherings`,
  `${S}/gatherings/2`,
  `${S}/gatherings/3`,
  `${S}/certificate`,
  `${S}/met`,
  `${S}/agreements`,
  `${S}/celebrations`,
  '/me/calendar',
];

export const visitor = [
  '/',
  '/me/addresses/x',
  '/programs',
  '/programs/rooted-leaders',
  '/programs/rooted-leaders/interest',
  '/cohorts/rooted-leaders-2025',
  '/call/rooted-leaders-2025',
  '/call/practice-lab-2025',
  '/call/practice-lab-2025/questions',
  '/register/meeting-craft-2025',
  '/opportunities',
  '/events/meeting-craft-2025/1',
  '/programs/meeting-craft',
  '/sign-in',
  '/sign-in/sent',
  '/sign-in/password',
  '/sign-in/link/x',
  '/no/such/page',
];

/** What each persona opens on a phone. */
export const roles = {
  visitor,
  owner: [
    ...everyone,
    ...running,
    '/outbox',
    '/owners',
    '/new-program',
    '/programs/rooted-leaders/new-season',
    '/programs/rooted-leaders/edit',
  ],
  'program-lead': [...everyone, ...running, ...leading],
  'co-lead': [
    ...everyone,
    ...running,
    ...leading,
    `${S}/access-needs`,
    `${S}/gatherings/1/logistics`,
    `${S}/gatherings/6/logistics`,
  ],
  facilitator: [
    ...everyone,
    ...seeing,
    `${S}/cohort`,
    `${S}/teams`,
    `${S}/gatherings`,
    `${S}/gatherings/3`,
    ...hosting,
  ],
  coach: [...everyone, `${S}/gatherings`, `${S}/gatherings/2`, `${S}/celebrations`],
  reviewer: [
    ...everyone,
    '/s/rooted-leaders-2026/reading',
    '/s/rooted-leaders-2026/reading/1',
    '/s/rooted-leaders-2026/calibration',
  ],
  funder: [...everyone, `${S}/pool-report`],
  registrant: [
    ...everyone,
    '/s/practice-lab-2025/gatherings',
    '/s/practice-lab-2025/gatherings/3',
    '/s/practice-lab-2025/certificate',
  ],
  applicant: everyone,
  evaluator: [...everyone, ...seeing, `${S}/pool-report`, `${S}/curriculum`, `${S}/pulse`],
  advisor: [...everyone, ...seeing, `${S}/pool-report`],
  participant: [...everyone, `${S}/cohort`, `${S}/teams`, `${S}/consent`, ...taking],
};

/** What is seen everywhere, in parts that can be looked at side by side. */
export const templates = {
  visitor: [['visitor', visitor]],
  'running a season': [['program-lead', running]],
  'leading a season': [['program-lead', [...leading, '/me', '/']]],
  'taking part': [['participant', ['/', `${S}/cohort`, `${S}/teams`, `${S}/consent`, ...taking]]],
  'co-lead and owner': [
    ['co-lead', [`${S}/access-needs`, `${S}/gatherings/1/logistics`]],
    [
      'owner',
      ['/outbox', '/owners', '/programs/rooted-leaders/edit', '/new-program', '/programs/rooted-leaders/new-season'],
    ],
  ],
};
