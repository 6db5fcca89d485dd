import http from 'node:http';
import { open } from './lib.mjs';
const browser = await open();
const C = {}; const P = {};
globalThis.log=[];
async function who(name, o={}) { if (P[name]) return P[name];
 C[name] = await browser.newContext({viewport:{width:1280,height:900}, acceptDownloads:true, locale:'en-US', timezoneId:'America/New_York', ...o});
 C[name].setDefaultTimeout(20000); C[name].setDefaultNavigationTimeout(60000);
 P[name] = await C[name].newPage();
 P[name].on('pageerror', e=>globalThis.log.push(name+' pageerror '+e.message));
 P[name].on('console', m=>{ if(m.type()==='error'&&!/Failed to load/.test(m.text())) globalThis.log.push(name+' console '+m.text()+' '+page_url(name))});
 P[name].on('response', r=>{ if(r.status()>=400) globalThis.log.push(name+' '+r.status()+' '+r.request().method()+' '+r.url())});
 P[name].on('dialog', d=>{globalThis.log.push(name+' dialog '+d.type()+' '+d.message()); d.accept().catch(()=>{})});
 return P[name]; }
function page_url(n){return P[n].url()}
const B='http://localhost:18700';
async function text(p){ return p.url()+'  ['+await p.title()+']\n'+(await p.evaluate(()=>{const S=[...document.querySelectorAll('select')].filter(x=>x.options.length>15);const o=S.map(x=>x.style.display);S.forEach(x=>x.style.display='none');const t=document.body.innerText.replace(/\n{2,}/g,'\n');S.forEach((x,i)=>x.style.display=o[i]);return t})).replace(/Skip to the content\nEmail isn't connected: nothing is sent. Read sent emails\n/,'~') }
// list of form controls
async function ctl(p,root='body'){ return p.evaluate((root)=>{ const r=document.querySelector(root); const out=[]; for(const e of r.querySelectorAll('a[href],button,input,select,textarea,summary')){ if(e.type==='hidden')continue; const v=e.getClientRects().length>0; const l=e.labels&&e.labels[0]?e.labels[0].innerText.replace(/\s+/g,' ').slice(0,70):''; let s=(v?'':'(hid) ')+e.tagName.toLowerCase(); if(e.tagName==='A')s+=` "${e.innerText.trim().slice(0,60)}" -> ${e.getAttribute('href')}`; else if(e.tagName==='BUTTON'||e.tagName==='SUMMARY')s+=` "${(e.innerText||e.textContent).trim().slice(0,60)}" ${e.name||''}`; else s+=` ${e.type} name=${e.name} [${l}] val=${String(e.value).slice(0,60)}${e.checked?' CHECKED':''}${e.required?' req':''}`+(e.tagName==='SELECT'?' {'+[...e.options].map(o=>o.value+':'+o.text).slice(0,12).join('|')+'}':''); out.push(s);} return out.join('\n')},root)}
async function shot(p,n,w=1280,full=true){ const old=p.viewportSize(); if(w!==old.width) await p.setViewportSize({width:w,height:w<500?740:900}); await p.waitForTimeout(200); await p.screenshot({path:'/work/walk/shots/'+n+'.png',fullPage:full}); const ov=await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth); if(w!==old.width) await p.setViewportSize(old); return n+(ov>0?' OVERFLOW '+ov:''); }
const AF=Object.getPrototypeOf(async()=>{}).constructor;
import {createHmac} from 'node:crypto';
function totp(secret,t=Date.now()){ const al='ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'; let bits=''; for(const c of secret.replace(/[\s=]/g,'').toUpperCase()) bits+=al.indexOf(c).toString(2).padStart(5,'0'); const k=Buffer.from(bits.match(/.{8}/g).map(b=>parseInt(b,2))); const m=Buffer.alloc(8); m.writeBigUInt64BE(BigInt(Math.floor(t/30000))); const h=createHmac('sha1',k).update(m).digest(); const o=h[19]&15; return String((h.readUInt32BE(o)&0x7fffffff)%1000000).padStart(6,'0'); }
const G={};
http.createServer((q,s)=>{ let b=''; q.on('data',d=>b+=d); q.on('end',async()=>{ globalThis.log=[]; let out=''; const print=(...a)=>{out+=a.map(x=>typeof x==='string'?x:JSON.stringify(x,null,1)).join(' ')+'\n'}; try{ const r=await new AF('who','C','P','B','text','ctl','shot','print','totp','G','browser',b)(who,C,P,B,text,ctl,shot,print,totp,G,browser); if(r!==undefined)print(r);}catch(e){print('ERR '+(e.message||e).slice(0,1500))} if(globalThis.log.length)print('LOG '+globalThis.log.join('\n    ')); s.end(out)})}).listen(18799,'127.0.0.1',()=>console.log('repl up'));
