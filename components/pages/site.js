/* site.js: The tree, the search, the menu and the buttons of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It works from the file system: what it reads comes from scripts beside it (families.js with every page, members.js when somebody
 * searches), each of which is a call of one function here or before it. Without scripts the pages and the index can be read all the same.
 */
'use strict';

const root = document.documentElement.dataset.root;
const current = document.documentElement.dataset.current;
const site = window.gyreSite || { families: [], chapters: [] };
const FEW_FAMILIES = 80;
const FEW_CHAPTERS = 20;
const MOST_RESULTS = 40;
const MOST_CLASSES = 6;

function make (name, attributes, ...children) {
  const element = document.createElement (name);
  for (const [attribute, value] of Object.entries (attributes || {}))
    element.setAttribute (attribute, value);
  element.append (...children);
  return element;
}

function pageOf (family) {
  return 'reference/' + encodeURI (family[5] || family[0]) + '.html';
}

/* ---- The tree of all pages ---- */

function makeLink (title, page) {
  const link = make ('a', { href: root + page }, title);
  if (page === current)
    link.setAttribute ('aria-current', 'page');
  return link;
}

function makeGroup (title, isOpen, list) {
  const group = make ('details', {}, make ('summary', {}, title), list);
  group.open = isOpen;
  return group;
}

function capitalise (text) {
  return text.charAt (0).toUpperCase () + text.slice (1);
}

/* Where a chapter stands in the tree. A folder of one page needs no group of its own. */
function listFolders () {
  const folders = new Map ();
  for (const [title, file] of site.chapters) {
    const folder = file.slice (0, Math.max (0, file.lastIndexOf ('/')));
    const above = folder.slice (0, Math.max (0, folder.lastIndexOf ('/')));
    const isAlone = site.chapters.filter (chapter => chapter[1].startsWith (folder + '/')).length === 1;
    const group = folder !== '' && isAlone ? above : folder;
    if (!folders.has (group))
      folders.set (group, []);
    folders.get (group).push ([title, file]);
  }
  return folders;
}

function addChapters (tree) {
  const folders = [...listFolders ()];
  const home = folders.length > 0 && folders[0][0] === '' ? folders[0][1].shift () : null;
  if (home)
    tree.append (make ('ul', {}, make ('li', {}, makeLink (home[0], home[1]))));
  folders.sort ((first, second) => (first[0] === '') - (second[0] === ''));
  for (const [folder, chapters] of folders) {
    const list = make ('ul', {}, ...chapters.map (([title, file]) => make ('li', {}, makeLink (title, file))));
    const isOpen = current.startsWith (folder + '/') || chapters.length < FEW_CHAPTERS;
    tree.append (folder === '' ? list : makeGroup (folder.split ('/').map (capitalise).join (' › '), isOpen, list));
  }
}

/* One level of dotted names: a fragment, the family that ends there, and what goes on. */
function placeFamilies (families) {
  const top = { family: null, below: new Map () };
  for (const family of families) {
    let node = top;
    for (const fragment of family[0].split ('.')) {
      if (!node.below.has (fragment))
        node.below.set (fragment, { family: null, below: new Map () });
      node = node.below.get (fragment);
    }
    node.family = family;
  }
  return top;
}

function makeLevel (node) {
  const list = make ('ul');
  for (const [fragment, below] of node.below) {
    const item = make ('li');
    item.append (below.family ? makeLink (fragment, pageOf (below.family)) : make ('span', { class: 'step' }, fragment));
    if (below.below.size > 0)
      item.append (makeLevel (below));
    list.append (item);
  }
  return list;
}

function addFamilies (tree) {
  const top = placeFamilies (site.families);
  if (site.chapters.length > 0 && site.families.length > 0)
    tree.append (make ('p', { class: 'part' }, makeLink ('Reference', 'families.html')));
  for (const [fragment, node] of top.below) {
    const inside = node.family ? [makeLink (fragment, pageOf (node.family))] : [];
    const list = makeLevel (node);
    if (node.below.size === 0) {
      tree.append (...inside);
      continue;
    }
    list.prepend (...inside.map (link => make ('li', {}, link)));
    tree.append (makeGroup (fragment, site.families.length <= FEW_FAMILIES || top.below.size === 1 || current.startsWith ('reference/' + fragment + '.'), list));
  }
}

function showTree () {
  const tree = document.getElementById ('tree');
  tree.replaceChildren ();
  addChapters (tree);
  addFamilies (tree);
  const here = tree.querySelector ('[aria-current]');
  if (here)
    tree.scrollTop = Math.max (0, here.offsetTop - tree.clientHeight / 2);
}

/* ---- The search ---- */

const input = document.getElementById ('search');
const results = document.getElementById ('results');
const report = document.getElementById ('status');
let members = null;
let headings = [];
let selected = -1;

window.gyreMembers = function (list, titles) {
  members = list;
  headings = titles || [];
  /* Whoever closed the results while this was on its way wants them closed. */
  if (!results.hidden)
    search ();
};

function loadMembers () {
  if (members !== null)
    return;
  members = [];
  document.head.append (make ('script', { src: root + 'members.js' }));
}

/* How well a name answers a word; 0: not at all. */
function rate (name, word) {
  const folded = name.toLowerCase ();
  const place = folded.indexOf (word);
  if (folded === word)
    return 100;
  if (place < 0)
    return 0;
  if (folded.endsWith ('.' + word))
    return 92;
  if (place === 0)
    return 80;
  return /[\W_]/.test (folded[place - 1]) ? 65 : 40;
}

/* All words must be somewhere; the best place of each counts. */
function rateAll (words, name, other, summary) {
  let sum = 0;
  for (const word of words) {
    const best = Math.max (rate (name, word), other ? rate (other, word) * 0.7 : 0,
                           summary && summary.toLowerCase ().includes (word) ? 12 : 0);
    if (best === 0)
      return 0;
    sum += best;
  }
  return sum / words.length;
}

function findFamilies (words, found) {
  for (const family of site.families) {
    const rank = rateAll (words, family[0], family[3], family[2]);
    if (rank > 0)
      found.push ({ rank: rank + 3, title: family[0], sort: family[1], note: family[2], page: pageOf (family) });
  }
}

function findChapters (words, found) {
  for (const [title, file] of site.chapters) {
    const rank = rateAll (words, title, file, '');
    if (rank > 0)
      found.push ({ rank, title, sort: 'page', note: '', page: file });
  }
  for (const [title, anchor, chapter] of headings) {
    const rank = rateAll (words, title, '', '') * 0.8;
    if (rank > 0)
      found.push ({ rank, title, sort: 'page', note: site.chapters[chapter][0], page: site.chapters[chapter][1] + '#' + anchor });
  }
}

/* A member answers with its name; further words, and what stands before a dot, say whose it is. */
function findMembers (words, found) {
  for (const [name, sort, alias, summary, ...classes] of members) {
    const folded = name.toLowerCase ();
    if (!words.some (word => folded.includes (word.slice (word.lastIndexOf ('.') + 1)) || summary.toLowerCase ().includes (word)))
      continue;
    const answers = [];
    for (const number of classes) {
      const family = site.families[number];
      const rank = rateAll (words, name, family[0] + '.' + name, summary);
      if (rank > 0)
        answers.push ({ rank: rank + (alias ? -1 : 0), title: name, sort, page: pageOf (family) + '#' + sort + '-' + plain (alias || name),
                        note: (alias ? 'another name of ' + alias + ' in ' : '') + family[0] + (summary ? ': ' + summary : '') });
    }
    answers.sort ((first, second) => second.rank - first.rank);
    if (answers.length > MOST_CLASSES)
      answers[MOST_CLASSES - 1].note += ' … and in ' + (answers.length - MOST_CLASSES) + ' more';
    found.push (...answers.slice (0, MOST_CLASSES));
  }
}

/* As the pages write their anchors. */
function plain (name) {
  let text = '';
  for (const character of name)
    text += /[\w.-]/.test (character) || character >= '\u0080' ? character : '~' + character.charCodeAt (0).toString (16).padStart (2, '0');
  return encodeURI (text);
}

function showResult (answer, index) {
  const link = make ('a', { href: root + answer.page, tabindex: '-1' }, make ('span', { class: 'sort' }, answer.sort),
                     answer.sort === 'page' ? answer.title : make ('code', {}, answer.title));
  if (answer.note)
    link.append (make ('small', {}, answer.note));
  link.addEventListener ('click', close);
  results.append (make ('li', { role: 'option', id: 'result-' + index, 'aria-selected': 'false' }, link));
}

function open (isOpen) {
  results.hidden = !isOpen;
  input.setAttribute ('aria-expanded', String (isOpen));
}

function close () {
  open (false);
  select (-1);
}

function search () {
  const words = input.value.toLowerCase ().split (/\s+/).filter (word => word !== '');
  const found = [];
  results.replaceChildren ();
  selected = -1;
  input.removeAttribute ('aria-activedescendant');
  if (words.length === 0) {
    report.textContent = '';
    open (false);
    return;
  }
  findFamilies (words, found);
  findChapters (words, found);
  findMembers (words, found);
  found.sort ((first, second) => second.rank - first.rank || (first.title < second.title ? -1 : first.title > second.title ? 1 : 0));
  found.slice (0, MOST_RESULTS).forEach (showResult);
  if (found.length === 0)
    results.append (make ('li', { class: 'none' }, 'Nothing is called so.'));
  report.textContent = found.length === 1 ? '1 result' : found.length + ' results';
  open (document.activeElement === input);
}

function select (index) {
  const options = results.querySelectorAll ('[role=option]');
  if (selected >= 0 && options[selected])
    options[selected].setAttribute ('aria-selected', 'false');
  selected = options.length > 0 && index >= 0 ? index % options.length : -1;
  if (selected < 0) {
    input.removeAttribute ('aria-activedescendant');
    return;
  }
  options[selected].setAttribute ('aria-selected', 'true');
  options[selected].scrollIntoView ({ block: 'nearest' });
  input.setAttribute ('aria-activedescendant', options[selected].id);
}

function onSearchKey (event) {
  const options = results.querySelectorAll ('[role=option]');
  if (event.key === 'ArrowDown')
    select (selected + 1);
  else if (event.key === 'ArrowUp')
    select (selected <= 0 ? options.length - 1 : selected - 1);
  else if (event.key === 'Escape' && !results.hidden)
    close ();
  else if (event.key === 'Enter' && options.length > 0)
    options[Math.max (selected, 0)].querySelector ('a').click ();
  else
    return;
  event.preventDefault ();
}

function prepareSearch () {
  input.addEventListener ('focus', () => { loadMembers (); if (input.value !== '') search (); });
  input.addEventListener ('input', search);
  input.addEventListener ('keydown', onSearchKey);
  document.addEventListener ('click', event => { if (!event.target.closest ('.search')) close (); });
  document.addEventListener ('keydown', event => {
    const isWriting = /^(INPUT|TEXTAREA|SELECT)$/.test (document.activeElement.tagName);
    if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault ();
    input.focus ();
  });
}

/* ---- Copying, the menu, the contents ---- */

async function copy (text) {
  try {
    await navigator.clipboard.writeText (text);
  } catch (problem) {
    const field = make ('textarea', { class: 'unseen', 'aria-hidden': 'true' });
    field.value = text;
    document.body.append (field);
    field.select ();
    document.execCommand ('copy');
    field.remove ();
  }
}

function addCopyButtons () {
  for (const block of document.querySelectorAll ('.code')) {
    const button = make ('button', { type: 'button', class: 'copy' }, 'Copy');
    button.addEventListener ('click', async () => {
      await copy (block.querySelector ('pre').textContent);
      button.textContent = 'Copied';
      report.textContent = 'Copied';
      setTimeout (() => { button.textContent = 'Copy'; }, 1500);
    });
    block.append (button);
  }
}

function prepareMenu () {
  const button = document.querySelector ('.menu');
  const tree = document.getElementById ('tree');
  const turn = isOpen => {
    tree.classList.toggle ('open', isOpen);
    button.setAttribute ('aria-expanded', String (isOpen));
  };
  button.addEventListener ('click', () => turn (!tree.classList.contains ('open')));
  document.getElementById ('content').addEventListener ('click', () => turn (false));
  document.addEventListener ('keydown', event => { if (event.key === 'Escape') turn (false); });
}

/* The row of the contents whose part of the page is at the top. */
function followReading () {
  const rows = [...document.querySelectorAll ('.contents a')];
  const places = rows.map (row => document.getElementById (decodeURIComponent (row.hash.slice (1))));
  const mark = () => {
    let here = 0;
    places.forEach ((place, index) => { if (place && place.getBoundingClientRect ().top < 140) here = index; });
    rows.forEach ((row, index) => index === here ? row.setAttribute ('aria-current', 'true') : row.removeAttribute ('aria-current'));
  };
  if (rows.length === 0)
    return;
  document.addEventListener ('scroll', () => requestAnimationFrame (mark), { passive: true });
  mark ();
}

showTree ();
prepareSearch ();
addCopyButtons ();
prepareMenu ();
followReading ();
