import type { mongo } from 'mongoose';
import { type FacetCount, facetOrder, type FacetPlan, type FindPlan } from './find-plan.js';
import type { ModelPlan } from './model-plan.js';
import { behindQuery, type MongoDocument, queryOf, sortOf } from './mongo-filter.js';
import type { Document, Found, Path } from './port.js';

export type MongoCollection = mongo.Collection<MongoDocument>;

/** What was written is what is read: the type is the caller's. */
export function documentOf<D extends Document>({ document }: MongoDocument): D | null {
  return document === undefined ? null : (document as D);
}

export async function findDocuments<D extends Document>(
  collection: MongoCollection,
  plan: FindPlan,
): Promise<Found<D>> {
  const { after, limit, order } = plan;
  const page = queryOf(plan, after === null ? {} : behindQuery(order, after));
  const [rows, total] = await Promise.all([
    collection
      .find(page, { projection: { document: 1 } })
      .sort(sortOf(order))
      .limit(limit + 1)
      .toArray(),
    plan.total ? collection.countDocuments(queryOf(plan)) : null,
  ]);
  const shown = rows.slice(0, limit);
  const items = shown.map((row) => documentOf<D>(row)).filter((document) => document !== null);
  const [last, lastItem] = [shown.at(-1), items.at(-1)];
  const more = rows.length > limit && last !== undefined && lastItem !== undefined;
  const next = more ? plan.cursor(last._id, lastItem) : null;
  return { items, next, ...(total !== null && { total }) };
}

export async function countFacets(
  collection: MongoCollection,
  plan: ModelPlan,
  facets: FacetPlan,
): Promise<Record<Path, FacetCount[]>> {
  const query = queryOf(facets);
  const counted = facets.paths.map(async (path) => {
    const steps = plan.multi.includes(path) ? eachElement(path) : [{ $project: { value: `$document.${path}` } }];
    const groups = await collection
      .aggregate<{ _id: unknown; count: number }>([
        { $match: query },
        ...steps,
        { $group: { _id: '$value', count: { $sum: 1 } } },
      ])
      .toArray();
    return [path, facetOrder(groups.flatMap(facetCount))] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** Each value of an array once per document; null where it holds none. */
function eachElement(path: Path): mongo.Document[] {
  return [
    { $project: { value: { $ifNull: [`$document.${path}`, []] } } },
    { $project: { value: { $cond: [{ $isArray: '$value' }, '$value', ['$value']] } } },
    { $project: { value: { $setDifference: ['$value', [null]] } } },
    { $unwind: { path: '$value', preserveNullAndEmptyArrays: true } },
  ];
}

function facetCount({ _id: value, count }: { readonly _id: unknown; readonly count: number }): FacetCount[] {
  if (value === null || value === undefined) return [{ value: null, count }];
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar ? [{ value, count }] : [];
}
