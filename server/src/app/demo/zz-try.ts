import { makeEmployers } from '/work/main/server/src/app/demo/employers.ts'
import { makePostings, rawOf } from '/work/main/server/src/app/demo/postings.ts'
import { readPosting } from '/work/main/server/src/modules/postings/postings.form.ts'
let t=performance.now()
const e=makeEmployers(300); console.log('employers',performance.now()-t); t=performance.now()
const p=makePostings(e,3000,'2026-11-21'); console.log('postings',p.length,performance.now()-t); t=performance.now()
const pr=new Map<string,number>(); 
for(const x of p){ for(const q of readPosting(rawOf(x.steps)).problems){const k=q.path+' '+q.code; pr.set(k,(pr.get(k)??0)+1)} }
console.log('read',performance.now()-t, [...pr])
console.log('distinct',new Set(p.map(x=>x.steps.work.duties)).size, new Set(p.map(x=>x.postingNumber)).size, new Set(p.map(x=>x.steps.work.title)).size, new Set(p.map(x=>x.template)).size)
const n=Number(process.argv[2]??0)
for(let i=0;i<n;i++){const x=p[(i*397+11)%p.length]!; const em=e.find(y=>y.key===x.employerKey)!; console.log('-----',em.name,em.profile,x.workplace.city,x.acceptedOn,x.validUntil); console.log(JSON.stringify({...x.steps,work:{...x.steps.work,duties:0}})); console.log(x.steps.work.title+'\n'+x.steps.work.duties)}
